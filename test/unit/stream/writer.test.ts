import { StreamPace } from '../../../nodes/shared/stream/pace';
import { LEFT_BEHIND, raisedSequence, silentSequence } from '../../../nodes/shared/stream/sequence';
import { AnswerWriter } from '../../../nodes/shared/stream/writer';
import { FAILED, STOPPED, THINKING, usingTools } from '../../../nodes/shared/stream/words';
import { FakeClock, FakeLark } from './fake-lark';

function open(delayMs = 20) {
	const clock = new FakeClock();
	const lark = new FakeLark(clock, delayMs);
	const pace = new StreamPace();
	const writer = new AnswerWriter(lark, clock, pace);
	return { clock, lark, pace, writer };
}

type Opened = ReturnType<typeof open>;

/** Writes words at a pace, each as it would come from a model. */
async function write({ clock, writer }: Opened, words: string[], everyMs: number) {
	let text = '';
	for (const word of words) {
		text += word;
		writer.show(text);
		await clock.pass(everyMs);
	}
	return text;
}

async function end(
	{ clock, writer }: Opened,
	ending: Parameters<AnswerWriter['end']>[0] = 'complete',
) {
	const startedAt = clock.now();
	let endedAt = 0;
	void writer.end(ending).then(() => (endedAt = clock.now()));
	await clock.pass(120_000);
	return endedAt - startedAt;
}

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i} `);

describe('an answer that is written', () => {
	it('is there from the first word on, and in the end to the byte, with streaming mode off', async () => {
		const opened = open();
		opened.writer.show('', THINKING);
		await opened.clock.pass(100);
		expect(opened.lark.lines(opened.lark.cards[0])).toEqual([THINKING.en]);
		opened.writer.show('Hello');
		await opened.clock.pass(500);
		expect(opened.lark.texts).toEqual(['Hello']);
		expect(opened.lark.lines(opened.lark.cards[0])).toEqual([]);
		const text = await write(opened, ['Hello ', ...words(500)], 20);
		expect(await end(opened)).toBeLessThanOrEqual(500);
		const [card] = opened.lark.cards;
		expect(opened.lark.texts).toEqual([text]);
		expect(card.config).toMatchObject({
			streaming_mode: false,
			summary: { content: expect.stringMatching(/^Hello word0/) },
		});
		expect(opened.lark.messages).toEqual([]);
	});

	it('takes at most ten operations in any second of a card', async () => {
		const opened = open(1);
		await write(opened, words(1_000), 5);
		await end(opened);
		const { at } = opened.lark.cards[0];
		const most = Math.max(
			...at.map((from) => at.filter((t) => t >= from && t < from + 1_000).length),
		);
		expect(at.length).toBeGreaterThan(20);
		expect(most).toBeLessThanOrEqual(10);
	});

	it('is written more rarely the more streams are open, and its end is not', async () => {
		const opened = open();
		const ends = Array.from({ length: 39 }, () => opened.pace.begin());
		await write(opened, words(500), 20);
		expect(opened.lark.writes).toBeLessThanOrEqual(5);
		expect(await end(opened)).toBeLessThanOrEqual(500);
		for (const close of ends) close();
		expect(opened.pace.gapMs).toBe(200);
	});

	it('does not slow the others down before it begins, nor after its end', async () => {
		const opened = open();
		for (let count = 0; count < 100; count++)
			new AnswerWriter(opened.lark, opened.clock, opened.pace);
		expect(opened.pace.gapMs).toBe(200);
		for (let count = 0; count < 3; count++) {
			opened.writer.show('Hello');
			await end(opened);
		}
		expect(opened.pace.gapMs).toBe(200);
	});

	it('has numbers by which an unfinished answer can be told from a complete one', async () => {
		for (const isComplete of [true, false]) {
			const opened = open();
			await write(opened, words(50), 50);
			if (isComplete) await end(opened);
			await opened.clock.pass(1_000);
			const change = { cardId: '0', sequence: LEFT_BEHIND };
			const ended = opened.lark.change(change, []).then(
				() => true,
				() => false,
			);
			await opened.clock.pass(100);
			expect(await ended).toBe(!isComplete);
		}
	});

	it('is not disturbed by who watches its card while its writer lives, and is ended when it does not', async () => {
		const opened = open();
		opened.lark.isWatched = true;
		opened.writer.show('Hello');
		const look = async () => {
			const change = { cardId: '0', sequence: silentSequence(opened.clock.now()) };
			const ended = opened.lark.change(change, []).then(
				() => true,
				() => false,
			);
			await opened.clock.pass(100);
			return await ended;
		};
		for (let second = 0; second < 600; second += 30) {
			// The first look comes after two minutes.
			if (second >= 120) expect(await look()).toBe(false);
			await opened.clock.pass(second >= 120 ? 29_900 : 30_000);
			opened.writer.keepAlive();
		}
		await opened.clock.pass(121_000);
		expect(await look()).toBe(true);
	});

	it('is not ended by who watches its card when it is complete', async () => {
		const opened = open();
		opened.lark.isWatched = true;
		await write(opened, words(50), 50);
		await end(opened);
		for (const age of [2, 64, 100_000]) {
			expect(silentSequence(age * 60_000)).toBeLessThan(opened.lark.cards[0].sequence);
			expect(silentSequence(age * 60_000)).toBeGreaterThanOrEqual(LEFT_BEHIND);
		}
	});

	it('goes on in a next card where one is full, and no code fence is torn', async () => {
		const opened = open();
		const code = Array.from({ length: 3_000 }, (_, i) => `const line${i} = "value";`);
		const text = ['# Code', '', '```ts', ...code, '```', '', 'The end.'].join('\n');
		for (let at = 0; at < text.length; at += 2_000) {
			opened.writer.show(text.slice(0, at + 2_000));
			await opened.clock.pass(100);
		}
		await end(opened);
		const { texts, seen } = opened.lark;
		expect(texts.length).toBeGreaterThan(2);
		for (const page of texts) expect(page.match(/^```/gm)!.length % 2).toBe(0);
		for (const { config, elements } of seen) {
			expect(config.streaming_mode).toBe(false);
			expect(Buffer.byteLength(JSON.stringify({ config, elements }))).toBeLessThan(30 * 1_024);
		}
		const whole = texts.join('\n').replaceAll('\n```\n```ts\n', '\n');
		expect(whole).toBe(text);
	});

	it('renews the streaming mode before its ten minutes are over', async () => {
		const opened = open();
		const text = await write(opened, words(1_500), 1_000);
		await end(opened);
		expect(opened.lark.texts).toEqual([text]);
		expect(opened.lark.closed).toBe(0);
		expect(opened.lark.warnings).toEqual([]);
	});

	it('shows the tools below the text, and takes the line away', async () => {
		const opened = open();
		opened.writer.show('', THINKING);
		await opened.clock.pass(200);
		opened.writer.show('', usingTools(['Search']));
		await opened.clock.pass(300);
		expect(opened.lark.lines(opened.lark.cards[0])).toEqual(['Using Search...']);
		opened.writer.show('Found it.');
		await end(opened);
		expect(opened.lark.texts).toEqual(['Found it.']);
		expect(opened.lark.lines(opened.lark.cards[0])).toEqual([]);
	});

	it.each([
		['an error', FAILED],
		['Stop', STOPPED],
	])('ends with words after %s, also before the first token', async (_, ending) => {
		for (const text of ['', 'Half of ']) {
			const opened = open();
			opened.writer.show(text, THINKING);
			await opened.clock.pass(300);
			await end(opened, ending);
			const [card] = opened.lark.cards;
			expect(opened.lark.texts).toEqual([text]);
			expect(opened.lark.lines(card)).toEqual([ending.en]);
			expect(card.config.streaming_mode).toBe(false);
			if (text === '') expect(card.config.summary?.content).toBe(ending.en);
		}
	});

	it('says so when the answer is empty', async () => {
		const opened = open();
		opened.writer.show('', THINKING);
		await end(opened);
		expect(opened.lark.lines(opened.lark.cards[0])).toEqual(['There is no answer.']);
	});

	it('begins again after an error, and the words about it go', async () => {
		const opened = open();
		opened.writer.show('Half');
		await end(opened, FAILED);
		opened.writer.show('All of it');
		await end(opened);
		expect(opened.lark.texts).toEqual(['All of it']);
		expect(opened.lark.lines(opened.lark.cards[0])).toEqual([]);
		expect(opened.lark.cards[0].config.streaming_mode).toBe(false);
		expect(opened.lark.seen).toHaveLength(1);
	});
});

describe('an answer that Lark refuses', () => {
	it.each([
		['limits', Array(8).fill({ code: 99991400, httpStatus: 429 })],
		['a card in use', Array(5).fill({ code: 200810 })],
		['a sequence that Lark knows already', [{ code: 300317 }, { code: 300317 }]],
		['the end of the streaming mode', [{ code: 300309 }]],
		['the timeout of the streaming mode', [{ code: 200850 }]],
		['a lost connection', [{}, {}]],
		['a lost response', [{ isDone: true }]],
	])('is complete in spite of %s', async (_, refusals) => {
		for (const after of [0, 400, 2_000]) {
			const opened = open();
			const first = await write(opened, words(after / 20), 20);
			opened.lark.refusals.push(...refusals.map((refusal) => ({ ...refusal })));
			for (let count = 0; count < 100; count++) {
				opened.writer.show(`${first}${words(count).join('')}!`);
				await opened.clock.pass(50);
			}
			await end(opened);
			const { seen, texts, messages } = opened.lark;
			expect(messages).toEqual([]);
			expect(texts.at(-1)).toBe(`${first}${words(99).join('')}!`);
			expect(seen.at(-1)!.config.streaming_mode).toBe(false);
		}
	});

	it.each([200860, 300305, 230099, 99991672])(
		'becomes a message after %i, and no card stays',
		async (code) => {
			for (const at of [0, 500]) {
				const opened = open();
				const begun = await write(opened, words(at / 20), 20);
				opened.lark.refusals.push({ code });
				opened.writer.show(`${begun}and the rest`);
				await end(opened);
				expect(opened.lark.messages).toEqual([`${begun}and the rest`]);
				expect(opened.lark.seen).toEqual([]);
			}
		},
	);

	it('is never numbered higher than Lark can count, however often it is refused', () => {
		for (const last of [0, 5_000, LEFT_BEHIND - 3, 2_000_000_000]) {
			let number = last;
			for (let times = 0; times < 20; times++) number = raisedSequence(number, times) + 1;
			expect(number).toBeLessThanOrEqual(last < LEFT_BEHIND ? LEFT_BEHIND : 2 ** 31 - 1);
			expect(number).toBeGreaterThan(last);
		}
	});

	it('becomes a message when Lark cannot be reached for a minute', async () => {
		const opened = open();
		opened.lark.refusals.push(...Array(30).fill({}));
		opened.writer.show('Hello');
		await opened.clock.pass(70_000);
		opened.lark.refusals.length = 0;
		await end(opened);
		expect(opened.lark.messages).toEqual(['Hello']);
	});
});
