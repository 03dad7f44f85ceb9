import { AnswerChunks, readChunk } from '../../../nodes/LarkTrigger/answer/chunks';
import { endSettings, newCard, textElement } from '../../../nodes/shared/stream/answerCard';
import { AnswerPages } from '../../../nodes/shared/stream/answerPages';
import { LiveAnswer } from '../../../nodes/shared/stream/liveAnswer';
import { modelHandler } from '../../../nodes/shared/stream/modelHandler';
import { nextOperation, openAgain } from '../../../nodes/shared/stream/operations';
import { cardMarkdown } from '../../../nodes/shared/stream/tables';
import { usingTools } from '../../../nodes/shared/stream/words';
import { filled, growth, LIMIT } from '../../support/growth';

/** Longer than any answer of a model, and its double. */
const SIZE = 200_000;

/** What means something in an answer, and some things that mean nothing. */
const UNITS = [
	...[' ', '\n', 'a', '部', '😀', '`', '```\n', '~~~\n', '````\n', '|', '|-|\n', '|a|\n|-|\n', '-'],
	...['<at ', '<', '<at id=all></at>', '#', '*', '>', '\n\n', 'a|b\n', ' |\n|--', '\t', '\\', '"'],
];

const shown = (text: string) => ({ text, isStreaming: true });
const answer = () => new LiveAnswer({ show: () => {}, end: async () => {} }, { showsTools: true });

/** Each takes what a model writes. */
const WRITERS: Record<string, (text: string) => unknown> = {
	'tables of an answer': cardMarkdown,
	'the pages of an answer': (text) => new AnswerPages().of(text),
	'the cards of an answer': (text) => [
		newCard(text, usingTools([text])),
		textElement(text),
		endSettings(text),
		openAgain(0, shown(text)),
	],
	'what is next': (text) =>
		nextOperation([shown(text.slice(0, -1))], { pages: [text], ending: 'complete' }),
	'a line of the stream': (text) => [
		readChunk(text),
		readChunk(`{"type":"item","content":${text}`),
		readChunk(JSON.stringify({ type: 'item', content: text, metadata: { nodeId: text } })),
	],
	'the result of a model': (text) => {
		const handler = modelHandler(answer());
		handler.handleLLMNewToken(text, undefined, 'run');
		handler.handleLLMEnd({ generations: [[{ text }]] }, 'run');
	},
};

/** Each takes an answer token by token. */
const STREAMS: Record<string, (tokens: string[]) => unknown> = {
	'of a model': (tokens) => {
		const handler = modelHandler(answer());
		for (const token of tokens) handler.handleLLMNewToken(token, undefined, 'run');
	},
	'of an agent': (tokens) => {
		const chunks = new AnswerChunks(answer());
		for (const content of tokens) chunks.take({ type: 'item', content, nodeId: 'agent' });
	},
};

describe('the time for an answer', () => {
	it.each(Object.entries(WRITERS))('grows no faster than the text, by %s', async (_name, write) => {
		const slow: string[] = [];
		for (const unit of UNITS) {
			if ((await growth((size) => write(filled(unit, size)), SIZE)) >= LIMIT) slow.push(unit);
		}
		expect(slow).toEqual([]);
	});

	it.each(Object.entries(STREAMS))('grows no faster than its tokens, %s', async (_name, stream) => {
		const work = (count: number) => stream(Array.from({ length: count }, () => 'word '));
		expect(await growth(work, 50_000)).toBeLessThan(LIMIT);
	});
});
