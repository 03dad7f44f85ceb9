import type { N8n } from '../../harness/n8n-server';
import { launch, openSetup, waitFor, type TestSetup } from '../support/server';
import { LiveAnswers, WAYS } from './harness/live-answers';

/** How much faster the clocks of n8n and of its Lark run: ten minutes take half a minute. */
const FASTER = 20;

/** Runs in n8n before anything else. Timers keep their pace, and so does the time of day. */
const FAST_CLOCK = `--import=data:text/javascript,performance.now=(now=>()=>now()*${FASTER})(performance.now.bind(performance))`;

const LINES = Array.from({ length: 100 }, (_, index) => `- item **${index}** of it\n`);
const TEXT = LINES.join('');

describe('an answer of twenty minutes', () => {
	let server: N8n;
	let setup: TestSetup;
	let live: LiveAnswers;

	beforeAll(async () => {
		const own = await launch({ NODE_OPTIONS: FAST_CLOCK });
		server = own.server;
		const startedAt = Date.now();
		const clock = () => startedAt + (Date.now() - startedAt) * FASTER;
		setup = await openSetup({ clock }, own.address);
		live = await LiveAnswers.open(setup);
	}, 180_000);
	afterAll(async () => {
		await setup.close();
		await live.close();
		await server.stop();
	});

	it('is written without a refusal, since n8n renews the streaming mode by its own clock', async () => {
		const way = WAYS['Lark Live Answer after the Lark Long Connection Trigger'];
		const workflow = await live.publish(live.agentGraph(way));
		const { said } = await live.begin(workflow, { text: TEXT, pieces: LINES, everyMs: 650 });
		const [answer, ...others] = await waitFor(
			'all of it',
			() => {
				const answers = live.answersTo(said);
				const isWhole = answers[0] && live.textIn(answers[0]) === TEXT && live.isEnded(answers[0]);
				return isWhole ? answers : undefined;
			},
			150_000,
		);
		expect(others).toEqual([]);
		expect(live.lineIn(answer)).toBe('');
		const { requests } = setup.sandbox;
		const refused = requests.filter(({ path, code }) => path.includes('/cardkit/') && code !== 0);
		expect(refused).toEqual([]);
		const renewals = requests.filter(
			({ path, body }) => path.endsWith('/settings') && JSON.stringify(body).includes('true'),
		);
		expect(renewals.length).toBeGreaterThanOrEqual(2);
		await setup.client.unpublish(workflow.id);
	}, 200_000);
});
