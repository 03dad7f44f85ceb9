import type { SavedWorkflow } from '../../harness/n8n-server';
import { openSetup, waitFor, type TestSetup } from '../support/server';
import { LiveAnswers, outputOf, WAYS } from './harness/live-answers';

const LINES = ['# A list', '', ...Array.from({ length: 60 }, (_, i) => `- item **${i}** of it`)];
const LONG = LINES.join('\n');

/** A text as a model writes it that gives a line at a time. */
const byLines = (text: string, everyMs: number) => ({
	text,
	pieces: text.match(/\n*[^\n]+/g) ?? [],
	everyMs,
});

describe('a live answer', () => {
	let setup: TestSetup;
	let live: LiveAnswers;

	beforeAll(async () => {
		setup = await openSetup();
		live = await LiveAnswers.open(setup);
	});
	afterAll(async () => {
		await setup.close();
		await live.close();
	});

	describe.each(Object.entries(WAYS))('by %s', (_way, way) => {
		let workflow: SavedWorkflow;
		beforeAll(async () => {
			workflow = await live.publish(live.agentGraph(way));
		});
		afterAll(async () => await setup.client.unpublish(workflow.id));

		it('appears while the model writes, and is to the byte what the agent returns', async () => {
			const { said, done } = await live.begin(workflow, byLines(LONG, 20));
			const seen = await live.firstWords(said);
			expect(seen.length).toBeLessThan(LONG.length);
			expect(LONG.startsWith(seen)).toBe(true);
			const execution = await done();
			const [answer, ...others] = await live.whole(said);
			expect(others).toEqual([]);
			expect(live.textIn(answer)).toBe(LONG);
			expect(outputOf(execution)).toBe(LONG);
			expect(live.cardOf(answer).config).toMatchObject({
				streaming_mode: false,
				summary: { content: expect.stringMatching(/^A list/) as string },
			});
		});

		it('shows which tool the agent uses, and then what it says', async () => {
			const { said, done } = await live.begin(
				workflow,
				{ calls: [{ input: '2+2' }] },
				{ text: 'It is four.', pieces: ['It is four.'], everyMs: 700 },
			);
			await waitFor('the tool', () => {
				const [answer] = live.answersTo(said);
				return (answer && live.lineIn(answer, 'status').startsWith('Using')) || undefined;
			});
			expect((await done()).status).toBe('success');
			const [answer] = await live.whole(said);
			expect(live.textIn(answer)).toBe('It is four.');
			expect(live.cardOf(answer).body.elements).toHaveLength(1);
		});

		it('ends with words when the model fails before its first token', async () => {
			const fails = { fails: 400 };
			const { execution, answers } = await live.ask(workflow, fails, fails, fails, fails);
			expect(execution.status).toBe('error');
			expect(answers.map((answer) => live.lineIn(answer))).toEqual([
				'The answer could not be finished because of an error. Please try again.',
			]);
			expect(live.cardOf(answers[0]).config.streaming_mode).toBe(false);
		});

		it('ends with words when a person stops the execution', async () => {
			const { said } = await live.begin(workflow, byLines(LONG, 500));
			await live.firstWords(said);
			const [{ id }] = await setup.client.executions(workflow.id);
			await setup.client.stopExecution(id);
			await waitFor('the words', () => live.lineIn(live.answersTo(said)[0]) !== '' || undefined);
			expect(live.lineIn(live.answersTo(said)[0])).toBe('The answer was stopped.');
			expect(live.cardOf(live.answersTo(said)[0]).config.streaming_mode).toBe(false);
		});

		it('says so when there is no answer', async () => {
			const { answers } = await live.ask(workflow, { text: '' });
			expect(answers.map((answer) => live.lineIn(answer))).toEqual(['There is no answer.']);
		});

		it('goes on in further cards when it has 100 KB', async () => {
			const text = Array.from(
				{ length: 2_000 },
				(_, i) => `Line ${i} of the long answer, with a few words.`,
			).join('\n');
			const { said, done } = await live.begin(workflow, byLines(text, 0));
			expect(outputOf(await done())).toBe(text);
			const isWhole = () =>
				live
					.answersTo(said)
					.map((answer) => live.textIn(answer))
					.join('\n') === text;
			const areEnded = () => live.answersTo(said).every((answer) => live.isEnded(answer));
			await waitFor('all of it', () => (isWhole() && areEnded()) || undefined);
			expect(live.answersTo(said).length).toBeGreaterThan(3);
		});

		it('takes an answer as it is: a mention in it mentions nobody', async () => {
			const { answers } = await live.ask(workflow, { text: 'Hi <at id=all></at>!' });
			expect(live.textIn(answers[0]).replaceAll('\u200b', '')).toBe('Hi <at id=all></at>!');
			expect(live.textIn(answers[0])).not.toContain('<at');
		});
	});
});

it('a live answer goes on when Lark has ended its streaming mode after ten minutes', async () => {
	let passedMs = 0;
	const own = await openSetup({ clock: () => Date.now() + passedMs });
	const slow = await LiveAnswers.open(own);
	try {
		const way = WAYS['Lark Live Answer after the Lark Long Connection Trigger'];
		const workflow = await slow.publish(slow.agentGraph(way));
		const { said } = await slow.begin(workflow, byLines(LONG, 40));
		await slow.firstWords(said);
		passedMs = 11 * 60 * 1_000;
		const [answer, ...others] = await waitFor('all of it', () => {
			const answers = slow.answersTo(said);
			const isWhole = answers[0] && slow.textIn(answers[0]) === LONG && slow.isEnded(answers[0]);
			return isWhole ? answers : undefined;
		});
		expect(others).toEqual([]);
		expect(slow.lineIn(answer)).toBe('');
		const closed = own.sandbox.requests.filter(({ code }) => code === 200850);
		expect(closed.length).toBeGreaterThan(0);
		await own.client.unpublish(workflow.id);
	} finally {
		await own.close();
		await slow.close();
	}
});
