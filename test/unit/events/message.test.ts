import { normalize } from '@larksuiteoapi/node-sdk';
import fc from 'fast-check';

import { documentedEvents } from '../../../sandbox/events/documented-event';
import { readCommand } from '../../../nodes/shared/events/command';
import { readEnvelope } from '../../../nodes/shared/push/envelope';
import { flatEvent, flatMessage } from '../../../nodes/shared/events/flat';
import { commandOf } from '../../../nodes/shared/events/filter';
import { readMessage } from '../../../nodes/shared/events/message';
import { BOT, bot, received, user } from './messages';

const read = (given: Parameters<typeof received>[0], botOpenId: string | undefined = BOT) => {
	const message = readMessage(received(given), botOpenId);
	if (!message) throw new Error('This is no message');
	return message;
};

const tom = user('@_user_1', 'Tom', 'ou_tom');

describe('the text of a message', () => {
	it.each([
		['@_user_1 hello', [tom], '@Tom hello'],
		['@_user_1 hello', [bot('@_user_1')], 'hello'],
		['hello @_user_1', [bot('@_user_1')], 'hello'],
		['hi @_user_1 there', [bot('@_user_1')], 'hi there'],
		['@_user_1hello', [bot('@_user_1')], 'hello'],
		['one\n@_user_1 two', [bot('@_user_1')], 'one\ntwo'],
		['  code  stays', [], 'code  stays'],
		['@_user_1 @_user_12', [tom, user('@_user_12', 'Ann', 'ou_ann')], '@Tom @Ann'],
		['@_user_1 and @_user_12', [bot('@_user_1'), user('@_user_12', 'Ann', 'ou_ann')], 'and @Ann'],
		[
			'@_user_1',
			[user('@_user_1', '@_user_2', 'ou_a'), user('@_user_2', 'Ann', 'ou_b')],
			'@@_user_2',
		],
		['@_user_1 hello', [user('@_user_1', '', 'ou_a')], '@_user_1 hello'],
		['@_user_9 hello', [tom], '@_user_9 hello'],
		['@_all lunch?', [], '@all lunch?'],
		['$& $1 @_user_1', [user('@_user_1', '$&', 'ou_a')], '$& $1 @$&'],
	])('%j reads %#', (text, mentions, expected) => {
		expect(read({ text, mentions }).text).toBe(expected);
	});

	it('resolves mentions in a post, too', () => {
		const content = [
			[
				{ tag: 'at', user_id: '@_user_1', user_name: 'Tom' },
				{ tag: 'text', text: '!' },
			],
		];
		const message = { message_type: 'post', content: JSON.stringify({ title: '', content }) };
		expect(read({ message, mentions: [tom] }).text).toBe('@Tom!');
	});

	it("is the SDK's, but for the mistakes that it makes", async () => {
		const mentions = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 });
		const parts = fc.array(fc.constantFrom('a', 'b\nc', '@_user_1', '@_user_2', '@_user_3'), {
			maxLength: 6,
		});
		const property = fc.asyncProperty(mentions, parts, async (numbers, words) => {
			const list = numbers.map((n) =>
				n === 1 ? bot('@_user_1') : user(`@_user_${n}`, `N${n}`, `ou_${n}`),
			);
			const event = received({ text: words.join(' '), mentions: list });
			const theirs = await normalize(event.payload.event as never, {
				botIdentity: { openId: BOT, name: 'Helper' },
			});
			const ours = readMessage(event, BOT);
			// It leaves a space at the start of a line from which it takes the bot's mention.
			const spaces = (text = '') =>
				text
					.replace(/ *\n */g, '\n')
					.replace(/ +/g, ' ')
					.trim();
			expect(spaces(ours?.text)).toBe(spaces(theirs.content));
			expect(ours?.isMentioned).toBe(theirs.mentionedBot);
		});
		await fc.assert(property, { numRuns: 300 });
	});

	it('differs from the SDK where that mixes up @_user_1 and @_user_12', async () => {
		const event = received({
			text: '@_user_12',
			mentions: [tom, user('@_user_12', 'Ann', 'ou_ann')],
		});
		const theirs = await normalize(event.payload.event as never, {
			botIdentity: { openId: BOT, name: 'x' },
		});
		expect(theirs.content).toBe('@Tom2');
		expect(readMessage(event, BOT)?.text).toBe('@Ann');
	});
});

describe('who is mentioned', () => {
	it.each([
		['the bot', [bot('@_user_1')], BOT, true],
		['another bot', [bot('@_user_1', 'Other', 'ou_other')], BOT, false],
		['a person', [tom], BOT, false],
		['nobody', [], BOT, false],
		[
			'any bot, as long as it is not known which is ours',
			[bot('@_user_1', 'Other', 'ou_other')],
			undefined,
			true,
		],
		['a person, while that is so', [tom], undefined, false],
	])('%s', (_who, mentions, openId, expected) => {
		const message = readMessage(received({ mentions }), openId);
		expect(message?.isMentioned).toBe(expected);
	});

	it.each([
		['in the text alone', { text: '@_all hi' }, true],
		['among the mentions', { mentions: [{ key: '@_all', name: 'Everyone' }] }, true],
		['by somebody called all', { text: '@_allen' }, false],
	])('everyone, %s: %#', (_where, given, expected) => {
		expect(read(given).isEveryoneMentioned).toBe(expected);
	});
});

describe('a command', () => {
	it.each([
		['/deploy prod', { name: 'deploy', arguments: ['prod'] }],
		['/Deploy   prod  "eu west" x', { name: 'deploy', arguments: ['prod', 'eu west', 'x'] }],
		['/deploy', { name: 'deploy', arguments: [] }],
		['/say “two words”\nnext', { name: 'say', arguments: ['two words', 'next'] }],
		['/部署 生产', { name: '部署', arguments: ['生产'] }],
		['deploy prod', undefined],
		['see /deploy', undefined],
		['/', undefined],
		['//deploy', undefined],
		['/etc/passwd', undefined],
	])('%j', (text, expected) => expect(readCommand(text)).toEqual(expected));

	it.each([
		['/remind @_user_2 "at 9 am" now', ['@Ann Lee', 'at 9 am', 'now']],
		['@_user_1 /remind (@_user_2), @_user_3', ['(@Ann Lee),', '@Bob']],
		['@_user_2 @_all /remind @_user_2@_user_3 x', ['@Ann Lee@Bob', 'x']],
		['/remind Ann Lee', ['Ann', 'Lee']],
	])('has the name of a mention in one argument: %j', (text, expected) => {
		const mentions = [
			bot('@_user_1'),
			user('@_user_2', 'Ann Lee', 'ou_ann'),
			user('@_user_3', 'Bob', 'ou_bob'),
		];
		const message = read({ text, mentions });
		expect(commandOf(message, ['remind'])?.arguments).toEqual(expected);
	});
});

describe('an item', () => {
	it("has Lark's own names, and what an agent needs", () => {
		const [documented] = documentedEvents.filter(({ type }) => type === 'im.message.receive_v1');
		const envelope = readEnvelope(documented.example as never);
		if (envelope.kind !== 'event') throw new Error('This is no event');
		const message = readMessage(envelope.event, BOT);
		if (!message) throw new Error('This is no message');
		const command = { name: 'deploy', arguments: ['prod'] };
		const ids = {
			open_id: 'ou_84aad35d084aa403a838cf73ee18467',
			union_id: 'on_8ed6aa67826108097d9ee143816345',
			user_id: 'e33ggbyz',
		};
		expect(flatMessage(envelope.event, message, 'thread:omt_1', command)).toEqual({
			event_type: 'im.message.receive_v1',
			event_id: '5e3702a84e847582be8db7fb73283c02',
			message_id: 'om_5ce6d572455d361153b7cb51da133945',
			root_id: 'om_5ce6d572455d361153b7cb5xxfsdfsdfdsf',
			parent_id: 'om_5ce6d572455d361153b7cb5xxfsdfsdfdsf',
			thread_id: 'omt_d4be107c616',
			chat_id: 'oc_5ce6d572455d361153b7xx51da133945',
			chat_type: 'group',
			message_type: 'text',
			create_time: '1609073151345',
			update_time: '1687343654666',
			user_agent: expect.stringContaining('Lark/6.7.5'),
			...ids,
			sender_type: 'user',
			tenant_key: '736588c9260f175e',
			text: '@Tom hello',
			is_mentioned: false,
			is_everyone_mentioned: false,
			mentions: [{ key: '@_user_1', name: 'Tom', ...ids, mentioned_type: 'user' }],
			content: { text: '@_user_1 hello' },
			attachments: [],
			command: 'deploy',
			args: ['prod'],
			sessionId: 'thread:omt_1',
			chatInput: '@Tom hello',
		});
	});

	it('begins with what a message says, where and by whom, and ends with the IDs of the event', () => {
		const example = documentedEvents.find(({ type }) => type === 'im.message.receive_v1')?.example;
		const envelope = readEnvelope(example as never);
		if (envelope.kind !== 'event') throw new Error('This is no event');
		const message = readMessage(envelope.event, BOT);
		if (!message) throw new Error('This is no message');
		const names = Object.keys(flatMessage(envelope.event, message, 'thread:omt_1', undefined));
		expect(names.slice(0, 6)).toEqual([
			...['text', 'chat_id', 'chat_type', 'message_id', 'message_type', 'open_id'],
		]);
		expect(names.slice(-2)).toEqual(['event_type', 'event_id']);
	});

	it.each(documentedEvents.filter(({ type }) => type !== 'im.message.receive_v1'))(
		"$type: the event's own fields, its type and its ID",
		({ type, example }) => {
			const envelope = readEnvelope(example as never);
			if (envelope.kind !== 'event') throw new Error('This is no event');
			const item = flatEvent(envelope.event);
			expect(item).toMatchObject({ event_type: type, ...example.event });
			expect(item.event_id).toBe(envelope.event.id);
			expect(item).not.toHaveProperty('header');
		},
	);
});
