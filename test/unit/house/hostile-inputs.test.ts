import { filesIn, reach } from './reach';

/** Rooms in which everything reads or writes what comes from outside, and files of other rooms that do. */
const ROOMS = [
	...['content', 'events', 'media', 'push'].map((room) => `nodes/shared/${room}`),
	...[
		'decision/click/questionClick',
		'decision/closedCard',
		'decision/handOverBody',
		'decision/judge',
		'decision/output',
		'decision/proof',
		'decision/readAnswer',
		'decision/readValues',
		'decision/ticket',
		'stream/answerCard',
		'stream/answerPages',
		'stream/modelHandler',
		'stream/operations',
		'stream/tables',
		'trigger/callback/callbackResponse',
	].map((file) => `nodes/shared/${file}`),
	'nodes/LarkTrigger/answer/chunks',
	'nodes/Lark/actions/message/sendAndWait/browser/submitted',
];

/** What needs no hostile input: why. */
const WITHOUT: Record<string, string> = {
	'content/markdownTokens.ts tokensOf': 'loaded by loadMarkdown when Markdown is sent',
	'events/catalog.ts scopesOfEvent': 'takes the types that are in the catalogue',
	'events/flat.ts timeOfMessage': 'reads a number',
	'events/mentions.ts resolveMentions': 'a part of resolveText',
	'events/reading/reader.ts list': 'looks at no text',
	'events/reading/reader.ts object': 'looks at no text',
	'push/recentKeys.ts RecentKeys': 'a memory with a limit of its own',
	'stream/answerCard.ts cardInReserve': 'takes no text',
	'stream/modelHandler.ts watchModel': 'adds the handler to a model',
	'decision/judge.ts judgeBefore': 'takes a name of Lark',
	'decision/readValues.ts readValue': 'reads the defaults of a form, as readFields its values',
	'decision/ticket.ts sealTicket': 'takes IDs of n8n',
};

const starts = filesIn('test/unit').filter((file) => /-time\.test\.ts$/.test(file));
const { exported, reached } = reach(ROOMS, starts, ['nodes', 'test/support', 'test/unit']);
const short = (name: string) => name.replace('nodes/shared/', '');

describe('the tests with hostile inputs', () => {
	it('come to every reader and writer: a new one gets an entry in a file that ends in -time.test.ts', () => {
		const missing = exported.filter((name) => !reached.has(name)).map(short);
		expect(missing.filter((name) => !Object.hasOwn(WITHOUT, name))).toEqual([]);
	});

	it('leave out nothing that is not there, or is reached all the same', () => {
		const names = new Set(exported.filter((name) => !reached.has(name)).map(short));
		expect(Object.keys(WITHOUT).filter((name) => !names.has(name))).toEqual([]);
	});
});
