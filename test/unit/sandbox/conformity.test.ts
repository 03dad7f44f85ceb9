import { handlers, openHandlers } from '../../../sandbox/api/handlers';
import { endpointById, type Field } from '../../../sandbox/contract/contract';
import { bench, PNG, type Bench } from './support';

/** A successful call of every API that answers JSON, by contract id. */
const CALLS: Record<string, (b: Bench) => Promise<{ body: object }>> = {
	'auth.v3.tenant_access_token.internal': (b) => credentials(b, 'tenant'),
	'auth.v3.app_access_token.internal': (b) => credentials(b, 'app'),
	'bot.v3.info.get': (b) => b.call('GET', 'bot/v3/info'),
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
		const query = { container_id_type: 'chat', container_id: b.group.chatId, page_size: '1' };
		return b.call('GET', 'im/v1/messages', { query });
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
	'im.v1.pin.create': async (b) => pin(b, (await b.sendText('Hi')).message_id),
	'im.v1.pin.list': async (b) => {
		await pin(b, (await b.sendText('Hi')).message_id);
		return b.call('GET', 'im/v1/pins', { query: { chat_id: b.group.chatId } });
	},
	'im.v1.pin.delete': async (b) =>
		b.call('DELETE', `im/v1/pins/${(await b.sendText('Hi')).message_id}`),
	'message.v4.batch_send': (b) => batch(b),
	'im.v1.batch_message.get_progress': async (b) =>
		b.call('GET', `im/v1/batch_messages/${(await batch(b)).body.data.message_id}/get_progress`),
	'im.v1.batch_message.read_user': async (b) =>
		b.call('GET', `im/v1/batch_messages/${(await batch(b)).body.data.message_id}/read_user`),
	'im.v1.batch_message.delete': async (b) =>
		b.call('DELETE', `im/v1/batch_messages/${(await batch(b)).body.data.message_id}`),
	'im.v1.image.create': (b) => b.upload('im/v1/images', { image_type: 'message' }, 'image', PNG),
	'im.v1.file.create': (b) =>
		b.upload('im/v1/files', { file_type: 'stream', file_name: 'a' }, 'file', Buffer.from('a')),
	'im.v1.chat.list': (b) => b.call('GET', 'im/v1/chats', { query: { page_size: '1' } }),
	'im.v1.chat.search': (b) => b.call('GET', 'im/v1/chats/search', { query: { query: 'Team' } }),
	'im.v1.chat.get': (b) => b.call('GET', `im/v1/chats/${b.group.chatId}`),
	'im.v1.chat.create': (b) => {
		const open_id = b.sandbox.openIdOf(b.alice);
		const body = { name: 'New', i18n_names: { ja_jp: 'New' }, owner_id: open_id };
		return b.call('POST', 'im/v1/chats', { query: { set_bot_manager: 'true' }, body });
	},
	'im.v1.chat.update': (b) =>
		b.call('PUT', `im/v1/chats/${b.group.chatId}`, { body: { name: 'New' } }),
	'im.v1.chat.delete': (b) => b.call('DELETE', `im/v1/chats/${own(b).chatId}`),
	'im.v1.chat.link': (b) =>
		b.call('POST', `im/v1/chats/${b.group.chatId}/link`, { body: { validity_period: 'year' } }),
	'im.v1.chat_announcement.get': (b) => b.call('GET', `im/v1/chats/${b.group.chatId}/announcement`),
	'im.v1.chat_announcement.patch': (b) =>
		b.call('PATCH', `im/v1/chats/${b.group.chatId}/announcement`, {
			body: { revision: '1', requests: [INSERT] },
		}),
	'docx.v1.chat_announcement.get': (b) => {
		b.group.announcement.kind = 'docx';
		return b.call('GET', `docx/v1/chats/${b.group.chatId}/announcement`);
	},
	'im.v1.chat_top_notice.put_top_notice': async (b) => {
		const { message_id } = await b.sendText('Hi');
		return b.call('POST', `im/v1/chats/${b.group.chatId}/top_notice/put_top_notice`, {
			body: { chat_top_notice: [{ action_type: '1', message_id }] },
		});
	},
	'im.v1.chat_top_notice.delete_top_notice': (b) =>
		b.call('POST', `im/v1/chats/${b.group.chatId}/top_notice/delete_top_notice`),
	'im.v1.chat_moderation.get': (b) => {
		b.group.moderators = [b.alice.userId];
		return b.call('GET', `im/v1/chats/${b.group.chatId}/moderation`);
	},
	'im.v1.chat_moderation.update': (b) =>
		b.call('PUT', `im/v1/chats/${own(b).chatId}/moderation`, {
			body: {
				moderation_setting: 'moderator_list',
				moderator_added_list: [b.sandbox.openIdOf(b.alice)],
			},
		}),
	'im.v1.chat_members.get': (b) => b.call('GET', `im/v1/chats/${b.group.chatId}/members`),
	'im.v1.chat_members.create': (b) =>
		b.call('POST', `im/v1/chats/${b.group.chatId}/members`, {
			query: { succeed_type: '1' },
			body: { id_list: [b.sandbox.openIdOf(b.alice), 'ou_0'] },
		}),
	'im.v1.chat_members.delete': (b) =>
		b.call('DELETE', `im/v1/chats/${own(b).chatId}/members`, {
			body: { id_list: [b.sandbox.openIdOf(b.alice), 'ou_0'] },
		}),
	'im.v1.chat_members.is_in_chat': (b) =>
		b.call('GET', `im/v1/chats/${b.group.chatId}/members/is_in_chat`),
	'im.v1.chat_members.me_join': (b) => {
		b.group.settings.chat_type = 'public';
		return b.call('PATCH', `im/v1/chats/${b.group.chatId}/members/me_join`);
	},
	'im.v1.chat_managers.add_managers': (b) => manage(b, 'add_managers'),
	'im.v1.chat_managers.delete_managers': async (b) => {
		await manage(b, 'add_managers');
		return manage(b, 'delete_managers');
	},
	'contact.v3.user.get': (b) => b.call('GET', `contact/v3/users/${b.sandbox.openIdOf(b.alice)}`),
	'contact.v3.user.find_by_department': (b) => {
		const query = { department_id: '0', page_size: '2' };
		return b.call('GET', 'contact/v3/users/find_by_department', { query });
	},
	'contact.v3.user.batch_get_id': (b) =>
		b.call('POST', 'contact/v3/users/batch_get_id', { body: { emails: [b.alice.email] } }),
};

const CARD = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Hi' }] } };

/** The one change to an announcement that the sandbox knows. */
const INSERT = JSON.stringify({
	requestType: 'InsertBlocksRequestType',
	insertBlocksRequest: { payload: '{"blocks":[]}', location: { zoneId: '0', index: 0 } },
});

function credentials(b: Bench, kind: string) {
	const { appId: app_id, appSecret: app_secret } = b.sandbox.app;
	const path = `auth/v3/${kind}_access_token/internal`;
	return b.call('POST', path, { token: null, body: { app_id, app_secret } });
}

/** The first group, owned by the bot. */
function own(b: Bench) {
	b.group.ownerId = b.sandbox.app.appId;
	return b.group;
}

function manage(b: Bench, change: string) {
	return b.call('POST', `im/v1/chats/${own(b).chatId}/managers/${change}`, {
		body: { manager_ids: [b.sandbox.openIdOf(b.alice)] },
	});
}

function forward(b: Bench, path: string, more: object = {}) {
	const query = { receive_id_type: 'chat_id' };
	return b.call('POST', path, { query, body: { receive_id: b.group.chatId, ...more } });
}

async function urgent(b: Bench, kind: string) {
	const { message_id } = await b.sendText('Hi');
	const body = { user_id_list: [b.alice.userId, 'nobody'] };
	const query = { user_id_type: 'user_id' };
	return b.call('PATCH', `im/v1/messages/${message_id}/urgent_${kind}`, { query, body });
}

function react(b: Bench, message_id: string) {
	const body = { reaction_type: { emoji_type: 'OK' } };
	return b.call('POST', `im/v1/messages/${message_id}/reactions`, { body });
}

/** Sends a card that only Alice sees. */
function whisper(b: Bench) {
	const body = {
		chat_id: b.group.chatId,
		email: b.alice.email,
		msg_type: 'interactive',
		card: CARD,
	};
	return b.call('POST', 'ephemeral/v1/send', { body });
}

function pin(b: Bench, message_id: string) {
	return b.call('POST', 'im/v1/pins', { body: { message_id } });
}

function batch(b: Bench) {
	const user_ids = [b.alice.userId, 'nobody'];
	const body = { msg_type: 'text', content: { text: 'Hi' }, user_ids };
	return b.call('POST', 'message/v4/batch_send/', { body });
}

function mention(b: Bench): string {
	return `<at user_id="${b.sandbox.openIdOf(b.alice)}"></at> Hi`;
}

/** @returns everything in an answer that the contract's response tree does not have, or has otherwise */
function deviations(value: unknown, fields: Field[], path = ''): string[] {
	return Object.entries(value as object).flatMap(([name, member]) => {
		const field = fields.find((candidate) => candidate.name === name);
		const here = `${path}${name}`;
		if (!field) return [`${here} is not in the contract`];
		const listed = field.type === 'list' ? 'string[]' : field.type;
		const items: unknown[] = listed.endsWith('[]') ? (member as unknown[]) : [member];
		if (!Array.isArray(items)) return [`${here} is no list`];
		return items.flatMap((item) => {
			const type = listed.replace('[]', '');
			const expected = { string: 'string', int: 'number', boolean: 'boolean' }[type] ?? 'object';
			if (typeof item !== expected) return [`${here} is ${typeof item} instead of ${expected}`];
			return expected === 'object' ? deviations(item, field.children ?? [], `${here}.`) : [];
		});
	});
}

describe('answers against the response trees of the contract', () => {
	const served = [...Object.keys(openHandlers), ...Object.keys(handlers)];
	const withJson = served.filter((id) => !endpointById(id).responseType);

	it('cover everything that is served', () => {
		expect(Object.keys(CALLS).sort()).toEqual(withJson.sort());
	});

	it.each(withJson)('%s', async (id) => {
		const { body } = await CALLS[id](await bench());
		expect(body).toMatchObject({ code: 0 });
		expect(deviations(body, endpointById(id).response)).toEqual([]);
	});

	it('would find a field that is unknown or of another type', () => {
		const { response } = endpointById('im.v1.image.create');
		const answer = { code: '0', msg: 'success', data: { image_key: 'x', size: 1 } };
		expect(deviations(answer, response)).toEqual([
			'code is string instead of number',
			'data.size is not in the contract',
		]);
	});
});
