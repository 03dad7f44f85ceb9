import type { SavedWorkflow } from '../../harness/n8n-server';
import { openSetup, type TestSetup } from '../support/server';
import { LiveAnswers, outputOf, WAYS } from './harness/live-answers';

/** A text as a model writes it, some lines at a time. */
const turn = (text: string, linesEach = 1, everyMs = 5) => {
	const lines = text.split(/(?<=\n)/);
	const pieces = lines.flatMap((_, at) =>
		at % linesEach === 0 ? [lines.slice(at, at + linesEach).join('')] : [],
	);
	return { text, pieces, everyMs };
};

const table = (name: string) => `| ${name} | n |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n`;

const CODE = Array.from({ length: 1_500 }, (_, i) => `const line${i} = "value of line ${i}";`);

describe.each(Object.entries(WAYS))('what a live answer shows, by %s', (_, way) => {
	let setup: TestSetup;
	let live: LiveAnswers;
	let workflow: SavedWorkflow;

	beforeAll(async () => {
		setup = await openSetup();
		live = await LiveAnswers.open(setup);
		workflow = await live.publish(live.agentGraph(way));
	});
	afterAll(async () => {
		await setup.client.unpublish(workflow.id);
		await setup.close();
		await live.close();
	});

	it('is every table, those beyond the third as text', async () => {
		const text = ['A', 'B', 'C', 'D', 'E', 'F']
			.map((name) => `## ${name}\n\n${table(name)}`)
			.join('\n');
		const { execution, answers } = await live.ask(workflow, turn(text.trimEnd()));
		expect(outputOf(execution)).toBe(text.trimEnd());
		const shown = live.textIn(answers[0]);
		expect(shown.match(/^````$/gm)).toHaveLength(6);
		expect(shown.replace(/^````\n|\n````$/gm, '')).toBe(text.trimEnd());
		expect(answers).toHaveLength(1);
	});

	it('is a code block beyond 30 KB on several cards, each with fences of its own', async () => {
		const text = ['Here it is:', '', '```ts', ...CODE, '```', '', 'That is all.'].join('\n');
		const { execution, said } = await live.ask(workflow, turn(text, 20));
		expect(outputOf(execution)).toBe(text);
		const answers = await live.whole(said, 2);
		const pages = answers.map((answer) => live.textIn(answer));
		for (const page of pages) expect(page.match(/^```/gm)!.length % 2).toBe(0);
		expect(pages.join('\n').replaceAll('\n```\n```ts\n', '\n')).toBe(text);
		expect(answers.map((answer) => live.isEnded(answer))).not.toContain(false);
	});

	it('is what the model says after several tools, one after the other', async () => {
		const calls = [{ input: '1+1' }];
		const { execution, answers } = await live.ask(
			workflow,
			{ calls },
			{ calls, text: 'Wait...' },
			{ calls: [...calls, ...calls] },
			{ text: 'Two.' },
		);
		expect(outputOf(execution)).toBe('Two.');
		expect(answers.map((answer) => live.textIn(answer))).toEqual(['Two.']);
		expect(live.cardOf(answers[0]).body.elements).toHaveLength(1);
	});

	it('is the words about an error when the model fails after a tool', async () => {
		const fails = { fails: 400 };
		const { execution, answers } = await live.ask(
			workflow,
			{ calls: [{ input: '1+1' }], text: 'I look.' },
			fails,
			fails,
			fails,
			fails,
		);
		expect(execution.status).toBe('error');
		expect(answers.map((answer) => live.lineIn(answer))).toEqual([
			'The answer could not be finished because of an error. Please try again.',
		]);
		expect(live.cardOf(answers[0]).body.elements.map(({ element_id: id }) => id)).not.toContain(
			'status',
		);
	});

	it.each([
		['white space alone', ' \n\t\n', 'There is no answer.'],
		['a single character', '.', ''],
		['white space around it', '\n\n  Indented.  \n\n', ''],
		['emoji and Chinese', '好的 👍🏽 — ok', ''],
		[
			'HTML and Markdown of all kinds',
			'<b>x</b> ~~a~~ <br> &amp; $x$ \\( y \\) [l](http://a.b?c=d&e)',
			'',
		],
	])('is to the byte an answer of %s', async (_what, text, line) => {
		const { execution, answers } = await live.ask(workflow, {
			text,
			pieces: [...text],
			everyMs: 20,
		});
		expect(outputOf(execution)).toBe(text);
		expect(answers.map((answer) => live.lineIn(answer))).toEqual([line]);
		if (line === '') expect(live.textIn(answers[0])).toBe(text);
	});
});
