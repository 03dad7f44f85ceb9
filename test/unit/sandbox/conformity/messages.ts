import type { SandboxSetup } from '../support';
import { CARD, mention, type Calls } from './calls';

/** A successful call of every API of messages, cards, reactions and pins. */
export const messageCalls: Calls = {
	'im.v1.message.create': (b) => b.send('text', { text: mention(b) }),
	'im.v1.message.reply': async (b) =>
		b.call('POST', `im/v1/messages/${(await b.sendText('Hi')).message_id}/reply`, {
			body: { msg_type: 'text', content: '{"text":"Hi"}', reply_in_thread: true },
		}),
	'im.v1.message.get': async (b) =>
		b.call('GET', `im/v1/messages/${(await b.sendText(mention(b))).message_id}`),
	'im.v1.message.list': async (b) => {
		await b.sendText(mention(b));
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Hi', mentionBot: true });
		const query = {
			container_id_type: 'chat',
			container_id: b.group.chatId,
			page_size: '1',
			with_sender_name: 'true',
		};
		return b.call('GET', 'im/v1/messages', { query });
	},
	'im.v1.message.read_status': async (b) => {
		const { message_id } = await b.sendText('Hi');
		const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice));
		const body = { message_ids: [message_id, 'om_0'] };
		return b.call('POST', 'im/v1/messages/read_status', { token, body });
	},
	'im.v1.message.search': async (b) => {
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Hi', mentionBot: true });
		const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice));
		return b.call('POST', 'im/v1/messages/search', { token, body: { query: 'Hi' } });
	},
	'im.v1.message.delete': async (b) =>
		b.call('DELETE', `im/v1/messages/${(await b.sendText('Hi')).message_id}`),
	'im.v1.message.update': async (b) =>
		b.call('PUT', `im/v1/messages/${(await b.sendText('Hi')).message_id}`, {
			body: { msg_type: 'text', content: JSON.stringify({ text: mention(b) }) },
		}),
	'im.v1.message.patch': async (b) => {
		const { message_id } = (await b.send('interactive', CARD)).body.data;
		const body = { content: JSON.stringify(CARD) };
		return b.call('PATCH', `im/v1/messages/${message_id}`, { body });
	},
	'interactive.v1.card.update': async (b) => {
		const { message_id } = (await b.send('interactive', CARD)).body.data;
		const { world } = b.sandbox;
		const { token } = world.cards.press(world.message(message_id)!, b.alice.userId);
		return b.call('POST', 'interactive/v1/card/update', { body: { token, card: CARD } });
	},
	'ephemeral.v1.send': (b) => whisper(b),
	'ephemeral.v1.delete': async (b) => {
		const { message_id } = (await whisper(b)).body.data;
		return b.call('POST', 'ephemeral/v1/delete', { body: { message_id } });
	},
	'im.v1.message.forward': async (b) =>
		forward(b, `im/v1/messages/${(await b.sendText(mention(b))).message_id}/forward`),
	'im.v1.message.merge_forward': async (b) => {
		const message_id_list = [(await b.sendText('Hi')).message_id, 'om_0'];
		return forward(b, 'im/v1/messages/merge_forward', { message_id_list });
	},
	'im.v1.thread.forward': async (b) => {
		const { message_id } = await b.sendText('Hi');
		const body = { msg_type: 'text', content: '{"text":"Hi"}', reply_in_thread: true };
		const reply = await b.call('POST', `im/v1/messages/${message_id}/reply`, { body });
		return forward(b, `im/v1/threads/${reply.body.data.thread_id}/forward`);
	},
	'im.v1.message.read_users': async (b) => {
		const { message_id } = await b.sendText('Hi');
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Hi' });
		const query = { user_id_type: 'open_id' };
		return b.call('GET', `im/v1/messages/${message_id}/read_users`, { query });
	},
	'im.v1.message.urgent_app': (b) => urgent(b, 'app'),
	'im.v1.message.urgent_sms': (b) => urgent(b, 'sms'),
	'im.v1.message.urgent_phone': (b) => urgent(b, 'phone'),
	'im.v1.message.push_follow_up': async (b) => {
		const sent = await b.call('POST', 'im/v1/messages', {
			query: { receive_id_type: 'user_id' },
			body: { receive_id: b.alice.userId, msg_type: 'text', content: '{"text":"Hi"}' },
		});
		const body = { follow_ups: [{ content: 'Yes' }] };
		return b.call('POST', `im/v1/messages/${sent.body.data.message_id}/push_follow_up`, { body });
	},
	'im.v1.message_reaction.create': async (b) => react(b, (await b.sendText('Hi')).message_id),
	'im.v1.message_reaction.list': async (b) => {
		const { message_id } = await b.sendText('Hi');
		await react(b, message_id);
		return b.call('GET', `im/v1/messages/${message_id}/reactions`);
	},
	'im.v1.message_reaction.delete': async (b) => {
		const { message_id } = await b.sendText('Hi');
		const { reaction_id } = (await react(b, message_id)).body.data;
		return b.call('DELETE', `im/v1/messages/${message_id}/reactions/${reaction_id}`);
	},
	'im.v1.message_reaction.batch_query': async (b) => {
		const { message_id } = await b.sendText('Hi');
		await react(b, message_id);
		const body = { queries: [{ message_id }, { message_id: 'om_0' }] };
		return b.call('POST', 'im/v1/messages/reactions/batch_query', { body });
	},
	'im.v1.pin.create': async (b) => pin(b, (await b.sendText('Hi')).message_id),
	'im.v1.pin.list': async (b) => {
		await pin(b, (await b.sendText('Hi')).message_id);
		return b.call('GET', 'im/v1/pins', { query: { chat_id: b.group.chatId } });
	},
	'im.v1.pin.delete': async (b) =>
		b.call('DELETE', `im/v1/pins/${(await b.sendText('Hi')).message_id}`),
};

function forward(b: SandboxSetup, path: string, more: object = {}) {
	const query = { receive_id_type: 'chat_id' };
	return b.call('POST', path, { query, body: { receive_id: b.group.chatId, ...more } });
}

async function urgent(b: SandboxSetup, kind: string) {
	const { message_id } = await b.sendText('Hi');
	const body = { user_id_list: [b.alice.userId, 'nobody'] };
	const query = { user_id_type: 'user_id' };
	return b.call('PATCH', `im/v1/messages/${message_id}/urgent_${kind}`, { query, body });
}

function react(b: SandboxSetup, message_id: string) {
	const body = { reaction_type: { emoji_type: 'OK' } };
	return b.call('POST', `im/v1/messages/${message_id}/reactions`, { body });
}

/** Sends a card that only Alice sees. */
function whisper(b: SandboxSetup) {
	const body = {
		chat_id: b.group.chatId,
		email: b.alice.email,
		msg_type: 'interactive',
		card: CARD,
	};
	return b.call('POST', 'ephemeral/v1/send', { body });
}

function pin(b: SandboxSetup, message_id: string) {
	return b.call('POST', 'im/v1/pins', { body: { message_id } });
}
