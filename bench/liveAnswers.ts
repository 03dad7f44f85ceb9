import { median, rounded, type Section } from '../harness/report';
import { startScriptedModel } from '../harness/scripted-model';
import { startSandbox } from '../sandbox';
import { answering, type Answered, type Answering } from './answering';
import type { BenchmarkRun } from './run';

const TOKENS_PER_SECOND = 50;

const textOf = (count: number) =>
	Array.from({ length: count }, (_, index) => `word${index % 97}`).join(' ');

const seconds = (ms: number): number => rounded(ms / 1_000);

const most = (values: number[]): number => rounded(Math.max(...values));

/** What some answers at once came to. */
async function measure(bot: Answering, count: number, tokens: number, isLive: boolean) {
	const { requests } = bot.sandbox;
	requests.length = 0;
	const startedAt = Date.now();
	const all = Array.from({ length: count }, async (_, index) => await bot.ask(index));
	const answers = await Promise.all(all);
	const tookMs = Date.now() - startedAt;
	const own = requests.filter(({ path }) => /\/(cardkit|messages)\//.test(path));
	const refusals = own.filter(({ code }) => code !== 0).length;
	const of = (value: (answer: Answered) => number) => answers.map(value);
	const equal = answers.filter(({ isEqual }) => isEqual).length;
	const lags = of(({ lagMs }) => lagMs);
	return {
		equal,
		refusals,
		lagMs: most(lags),
		measured: {
			tokens,
			...(isLive && {
				'tokens per second': rounded(tokens / seconds(median(of(({ writingMs }) => writingMs)))),
			}),
			'first words (s)': seconds(median(of(({ firstMs }) => firstMs))),
			'whole (s)': seconds(tookMs),
			'updates of each': median(of(({ updates }) => updates)),
			'requests per second': rounded(own.length / seconds(tookMs)),
			refusals,
			...(isLive && { 'median lag (ms)': rounded(median(lags)), 'longest lag (ms)': most(lags) }),
			'equal texts': equal,
		},
	};
}

/**
 * (i) Answers of a model that writes 50 tokens a second: one, and 20 at once, with Lark's limits; and the same
 * sent as a whole at the end.
 */
export async function liveAnswers(run: BenchmarkRun): Promise<Section> {
	const tokens = run.isQuick ? 200 : 2_000;
	const atOnce = run.isQuick ? 5 : 20;
	const text = textOf(tokens);
	const pieces = text.match(/\s*\S+/g) ?? [];
	const [{ client }] = await run.runners(1);
	const sandbox = await startSandbox({ rateLimits: true, seed: { users: atOnce } });
	const model = await startScriptedModel();
	model.always(() => ({ text, pieces, everyMs: 1_000 / TOKENS_PER_SECOND }));
	const measured: Section['measured'] = {};
	const checks: Section['checks'] = [];
	try {
		for (const isLive of [true, false]) {
			const bot = await answering({ client, sandbox, model, text, isLive });
			for (const count of [1, atOnce]) {
				const name = `${count} at once, ${isLive ? 'live' : 'sent at the end'}`;
				const {
					equal,
					refusals,
					lagMs,
					measured: found,
				} = await measure(bot, count, tokens, isLive);
				measured[name] = found;
				checks.push({ what: `${name}: equal texts`, value: equal, atLeast: count });
				if (!isLive) continue;
				checks.push({ what: `${name}: refusals`, value: refusals, atMost: 0 });
				checks.push({
					what: `${name}: longest lag of the last character (ms)`,
					value: lagMs,
					atMost: 500,
				});
			}
			await bot.close();
		}
		return { name: '(i) Live answers', measured, checks };
	} finally {
		await model.close();
		await sandbox.close();
	}
}
