import type { SavedWorkflow } from '../../harness/n8n-server';
import { openSetup, textOf, type TestSetup } from '../support/server';
import { LiveAnswers, WAYS } from './harness/live-answers';

const LINES = Array.from({ length: 60 }, (_, i) => `- item **${i}** of it\n`);
const TEXT = LINES.join('').trimEnd();

const turn = (everyMs: number) => ({ text: TEXT, pieces: TEXT.match(/\n?[^\n]+/g)!, everyMs });

describe.each(Object.entries(WAYS))('a live answer that Lark refuses, by %s', (_, way) => {
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

	it.each([
		['cardkit.v1.card.create', 200860, undefined],
		['cardkit.v1.card.create', 99991672, undefined],
		['cardkit.v1.card_element.content', 200860, undefined],
		['cardkit.v1.card.batch_update', 300305, undefined],
		['im.v1.message.reply', 230099, 1],
	])('is a plain reply when Lark refuses %s with %i', async (api, code, times) => {
		const heal = setup.sandbox.refuse({ api, code, times });
		const { answers } = await live.ask(workflow, turn(10));
		heal();
		expect(answers.map(textOf)).toEqual([TEXT]);
	});

	it.each([
		['cardkit.v1.', 99991400, 12],
		['im.v1.message.reply', 99991400, 3],
		['im.v1.message.reply', 230020, 3],
		['cardkit.v1.card_element.content', 300309, 2],
		['cardkit.v1.card_element.content', 300317, 3],
		['cardkit.v1.card_element.content', 200850, 1],
		['cardkit.v1.card.batch_update', 300317, 1],
		['cardkit.v1.card.batch_update', 200810, 2],
	])('arrives in spite of refusals of %s with %i', async (api, code, times) => {
		const heal = setup.sandbox.refuse({ api, code, times });
		const { answers } = await live.ask(workflow, turn(30));
		heal();
		expect(answers.map((answer) => live.textIn(answer))).toEqual([TEXT]);
		expect(answers.map((answer) => live.lineIn(answer))).toEqual(['']);
		expect(live.cardOf(answers[0]).config.streaming_mode).toBe(false);
	});

	it('arrives once when a storm of HTTP 429 lasts for seconds', async () => {
		const until = Date.now() + 4_000;
		const heal = setup.sandbox.intercept(({ path }) => {
			const isOurs = path.includes('/cardkit/') || path.endsWith('/reply');
			const headers = { 'x-ogw-ratelimit-reset': '1' };
			const body = { code: 99991400, msg: 'request trigger frequency limit' };
			return isOurs && Date.now() < until ? { status: 429, headers, body } : undefined;
		});
		const { answers } = await live.ask(workflow, turn(30));
		heal();
		expect(answers.map((answer) => live.textIn(answer))).toEqual([TEXT]);
	});

	it.each(['drop', 'lose'] as const)(
		'arrives once when connections are cut in between (%s)',
		async (cut) => {
			let count = 0;
			const heal = setup.sandbox.intercept(({ path }) => {
				const isOurs = path.includes('/cardkit/') || path.endsWith('/reply');
				return isOurs && ++count % 3 === 0 && count < 12 ? cut : undefined;
			});
			const { answers } = await live.ask(workflow, turn(30));
			heal();
			expect(count).toBeGreaterThan(3);
			expect(answers.map((answer) => live.textIn(answer))).toEqual([TEXT]);
		},
	);
});
