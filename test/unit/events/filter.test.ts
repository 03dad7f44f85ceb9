import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';

import { blockedBy, FILTER_FIELDS } from '../../../nodes/shared/events/filter';
import { readMessage } from '../../../nodes/shared/events/message';
import { sharedProperties } from '../../../nodes/shared/trigger/properties';
import { readSettings } from '../../../nodes/shared/trigger/settings';
import { BOT, bot, received, user } from './messages';

type Given = Parameters<typeof received>[0];
type Values = Record<string, unknown>;

const settingsOf = (values: Values) =>
	readSettings({ getNodeParameter: (name, fallback) => values[name] ?? fallback });

function isTaken(values: Values, given: Given = {}, botOpenId: string | null = BOT): boolean {
	const known = botOpenId ?? undefined;
	const message = readMessage(received(given), known);
	return message !== undefined && !blockedBy(message, settingsOf(values).filter, known);
}

const picked = (...ids: string[]) => ({
	values: ids.map((value) => ({ id: { __rl: true, mode: 'id', value } })),
});

const inGroup = { message: { chat_type: 'group', chat_id: 'oc_sales' } };
const inTopic = { message: { ...inGroup.message, thread_id: 'omt_1' } };
const withMention = { ...inGroup, text: '@_user_1 hi', mentions: [bot('@_user_1')] };
const otherBot = { sender: { sender_type: 'bot', sender_id: { open_id: 'ou_other' } } };
const itself = { sender: { sender_type: 'bot', sender_id: { open_id: BOT } } };

describe('without any filter', () => {
	it.each([
		['a direct message', {}, true],
		['a message in a group', inGroup, true],
		['a message in a topic', inTopic, true],
		['another bot', otherBot, false],
		['the bot itself', itself, false],
		[
			'a sender that Lark does not tell',
			{ sender: { sender_type: undefined, sender_id: undefined } },
			true,
		],
	])('%s: %#', (_name, given, expected) => expect(isTaken({}, given)).toBe(expected));
});

describe('chat types', () => {
	const places = { p2p: {}, group: inGroup, topic: inTopic };
	it.each(['p2p', 'group', 'topic'])('%s', (chatType) => {
		for (const [place, given] of Object.entries(places)) {
			expect(isTaken({ chatTypes: [chatType] }, given)).toBe(place === chatType);
		}
	});
});

describe('the scopes of direct chats and groups', () => {
	const onlyTom = { directScope: 'selected', directPeople: picked('ou_tom') };
	const onlyAnn = { directScope: 'selected', directPeople: picked('ou_ann') };
	const onlySales = { groupScope: 'selected', groups: picked('oc_sales') };
	const onlyOps = { groupScope: 'selected', groups: picked('oc_ops') };
	const onlyMentions = { groupStrategy: 'mention' };

	it.each([
		['selected people, in a direct chat', onlyTom, {}, true],
		['others, in a direct chat', onlyAnn, {}, false],
		['others, in a group', onlyAnn, inGroup, true],
		['a selected group', onlySales, inGroup, true],
		['another group', onlyOps, inGroup, false],
		['a direct chat, when groups are selected', onlyOps, {}, true],
		['no mention in a group', onlyMentions, inGroup, false],
		['a mention in a group', onlyMentions, withMention, true],
		['no mention in a direct chat', onlyMentions, {}, true],
		['everyone in a group', onlyMentions, { ...inGroup, text: '@_all hi' }, false],
		[
			'everyone in a group, if that counts',
			{ ...onlyMentions, filters: { everyoneCounts: true } },
			{ ...inGroup, text: '@_all hi' },
			true,
		],
	])('%s: %#', (_name, values, given, expected) => expect(isTaken(values, given)).toBe(expected));

	it('take union_id and user_id for people as well', () => {
		for (const id of ['on_Tom', 'tom']) {
			expect(isTaken({ directScope: 'selected', directPeople: picked(id) })).toBe(true);
		}
	});
});

describe('further filters', () => {
	it.each([
		['a sender', { senders: picked('ou_tom', 'ou_ann') }, inGroup, true],
		['another sender', { senders: picked('ou_ann') }, inGroup, false],
		['a message type', { messageTypes: ['image'] }, {}, false],
		['a message type', { messageTypes: ['image', 'text'] }, {}, true],
		['a keyword', { keywords: 'invoice, RECEIPT' }, { text: 'my receipt' }, true],
		['no keyword', { keywords: 'invoice, receipt' }, { text: 'my bill' }, false],
		['a pattern', { pattern: '/^order \\d+$/i' }, { text: 'Order 12' }, true],
		['no match', { pattern: '^order \\d+$' }, { text: 'order twelve' }, false],
		['a command', { commands: '/deploy, rollback' }, { text: '/Rollback now' }, true],
		['another command', { commands: 'deploy' }, { text: '/deployment' }, false],
		['any command', { commands: '*' }, { text: '/whatever' }, true],
		['no command', { commands: '*' }, { text: 'whatever' }, false],
		[
			'a command behind the mention',
			{ commands: 'deploy' },
			{ ...withMention, text: '@_user_1 /deploy' },
			true,
		],
		[
			'a command behind a mention of everyone, which counts',
			{ commands: 'reset', everyoneCounts: true },
			{ ...inGroup, text: '@_all /reset' },
			true,
		],
		[
			'a command behind several mentions',
			{ commands: 'deploy' },
			{
				...inGroup,
				text: '@_user_1 @_user_2\n@_all /deploy',
				mentions: [bot('@_user_1'), user('@_user_2', 'Ann Lee', 'ou_ann')],
			},
			true,
		],
		[
			'no command behind words',
			{ commands: 'deploy' },
			{ ...inGroup, text: '@_all please /deploy' },
			false,
		],
		['another bot', { includeBots: true }, otherBot, true],
		['the bot itself', { includeBots: true }, itself, false],
	])('%s: %#', (_name, filters, given, expected) =>
		expect(isTaken({ filters }, given)).toBe(expected),
	);

	it('let no bot through as long as it is not known which one is ours', () => {
		expect(isTaken({ filters: { includeBots: true } }, otherBot, null)).toBe(false);
	});

	it('must all be met', () => {
		const one = (filters: Values) => (given: Given) => isTaken({ filters }, given);
		const parts = [{ keywords: 'a' }, { pattern: 'b' }, { senders: picked('ou_tom') }];
		const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 4 });
		const senders = fc.constantFrom('ou_tom', 'ou_ann');
		const property = fc.property(texts, senders, (text, open_id) => {
			const given = { text, sender: { sender_id: { open_id } } };
			const all = one(Object.assign({}, ...parts))(given);
			expect(all).toBe(parts.every((part) => one(part)(given)));
		});
		fc.assert(property);
	});
});

describe('what keeps a message out', () => {
	it.each([
		['it does not meet Groups', { groupScope: 'selected', groups: picked('oc_ops') }, inGroup],
		['it does not meet Commands', { filters: { commands: 'deploy' } }, {}],
		['it may be of the bot itself', { filters: { includeBots: true } }, itself],
	])('%s', (reason, values, given) => {
		const message = readMessage(received(given), BOT);
		expect(message && blockedBy(message, settingsOf(values).filter, BOT)).toBe(reason);
	});

	it('is named as the editor names it', () => {
		const names = (properties: INodeProperties[]): string[] =>
			properties.flatMap(({ displayName, options }) => [
				displayName,
				...names((options ?? []).filter((option) => 'displayName' in option) as INodeProperties[]),
			]);
		const shown = names(sharedProperties);
		for (const name of FILTER_FIELDS) expect(shown).toContain(name);
	});
});

describe('settings that cannot be used', () => {
	it.each([
		['nobody selected', { directScope: 'selected' }, /Selected People is empty/],
		[
			'no group selected',
			{ groupScope: 'selected', groups: picked('') },
			/Selected Groups is empty/,
		],
		[
			'a name for a group',
			{ groupScope: 'selected', groups: picked('Sales') },
			/cannot have "Sales"/,
		],
		['a bad pattern', { filters: { pattern: '(' } }, /Regular Expression cannot be/],
		['no event type', { events: ['custom'] }, /Event Types is empty/],
	])('%s', (_name, values, message) => expect(() => settingsOf(values)).toThrow(message));

	it('are only those: an unused list of people does not matter', () => {
		expect(isTaken({ directScope: 'all', directPeople: picked('ou_ann') })).toBe(true);
		expect(settingsOf({ events: ['custom'], customEvents: 'a.b_v1, c' }).events).toContain('c');
	});
});
