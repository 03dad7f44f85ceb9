import { customBotCredential } from '../../harness/sandbox-credential';
import type { CustomBot, Interceptor } from '../../sandbox';
import { CredentialStore } from './harness';
import { items, type LarkNode } from './lark-node';
import { QUICK, useGroupBot } from './set-ups/group-bot';
import { useGroup } from './set-ups/group';

const HOOK = '/open-apis/bot/v2/hook/';

describe('Lark node: the delivery of a group bot', () => {
	const setup = useGroupBot();
	const { use, useNew, send, first } = setup;

	it('repeats what the rate limit has refused', async () => {
		useNew({});
		const heal = first(2, { status: 200, body: { code: 11232, msg: 'frequency limited' } });
		const { error } = await send({ text: 'Hi' });
		heal();
		expect(error).toBeUndefined();
		expect(setup.lark.sandbox.requests).toHaveLength(3);
		expect(setup.group.messages).toHaveLength(1);
	});

	it.each([
		['the answer is lost', 'lose' as const],
		['the server fails', { status: 502, body: '<html>' }],
	])('does not repeat a message when %s, and says so', async (_what, fault) => {
		const heal = first(1, fault);
		const { error } = await send({ text: 'Hi' });
		heal();
		expect(error).toMatchObject({
			description: expect.stringContaining(
				'Lark may have carried it out all the same. It was not sent again',
			),
		});
		expect(setup.lark.sandbox.requests).toHaveLength(1);
	});

	it('repeats a message that has not reached Lark', async () => {
		use(setup.bot, {
			webhookUrl: `http://127.0.0.1:9${HOOK}${setup.bot.hookId}`,
			baseUrl: 'http://127.0.0.1:9',
		});
		const { error } = await send({ text: 'Hi', options: { ...QUICK, maxRetries: 1 } });
		expect(error).toMatchObject({
			message: expect.stringContaining('cannot be reached at http://127.0.0.1:9'),
			description: expect.stringContaining('Tried 2 times'),
		});
	});

	it('says how many parts were sent, without IDs that there are not', async () => {
		let seen = 0;
		const heal = setup.lark.sandbox.intercept(() =>
			++seen === 3 ? { status: 200, body: { code: 19024, msg: 'Key Words Not Found' } } : undefined,
		);
		const options = { ...QUICK, split: true };
		const { error } = await send({ text: 'x'.repeat(100_000), options });
		heal();
		expect(error).toMatchObject({
			description: expect.stringMatching(
				/Message 3 of 5 failed\. Sent before it: 2, which have no message ID\./,
			),
		});
	});

	it('never shows the address or the secret', async () => {
		const all: unknown[] = [];
		const keep = (result: Awaited<ReturnType<typeof send>>) => {
			const { error } = result as { error?: Error };
			all.push(result.items, error, error && { ...error }, error?.stack, error?.message);
		};
		const echo = ({ body, path }: { body: object; path: string }) => ({
			status: 400,
			body: {
				code: 9499,
				msg: `${path} ${JSON.stringify(body)} ${setup.bot.hookId} ${setup.bot.secret}`,
			},
		});
		const heal = setup.lark.sandbox.intercept(echo as Interceptor);
		keep(await send({ text: 'Hi' }));
		keep(await send({ text: 'Hi' }, { continueOnFail: true }));
		heal();
		for (const fault of ['lose', 'drop', { status: 200, body: '<html>' }] as const) {
			const end = first(9, fault);
			keep(await send({ text: 'Hi', options: { ...QUICK, maxRetries: 0 } }));
			end();
		}
		keep(await send({ text: 'Hi' }));
		use(setup.bot, { webhookUrl: `https://example.com${HOOK}${setup.bot.hookId}`, baseUrl: '' });
		keep(await send({ text: 'Hi' }));
		const shown = JSON.stringify(all, (_key, value: unknown) =>
			value instanceof Error ? { ...value, message: value.message, cause: value.cause } : value,
		);
		expect(shown).toContain('[redacted]');
		expect(shown).not.toContain(setup.bot.hookId);
		expect(shown).not.toContain(setup.bot.secret);
	});
});

describe('Lark node: the pace of a group bot', () => {
	let lark: LarkNode;
	useGroup((setup) => ({ lark } = setup));

	it('is five messages a second, for each bot by itself', async () => {
		const { customBots, chats } = lark.sandbox.world;
		const other = customBots.add({ chatId: chats[1].chatId });
		const run = async (bot: CustomBot) => {
			lark.store = new CredentialStore({
				larkGroupBotApi: customBotCredential(bot, lark.sandbox.url),
			});
			const start = performance.now();
			await lark.run(
				{ resource: 'message', operation: 'send', authentication: 'groupBot', text: 'Hi' },
				{ items: items(...Array.from({ length: 12 }, () => ({}))) },
			);
			return performance.now() - start;
		};
		const [first, second] = [await run(customBots.list[0]), await run(other)];
		for (const ms of [first, second]) {
			expect(ms).toBeGreaterThan(1_300);
			expect(ms).toBeLessThan(6_000);
		}
	});
});
