/** Runs a sandbox in a process of its own, controlled by its parent over IPC. */
import { startSandbox, type Interception, type Sandbox } from '../sandbox';
import { randomFrom } from './random';
import type { FaultPlan, Report, SandboxSettings } from './sandbox-process';

type Commands = Record<string, (argument: never) => unknown>;

function report({ world, requests }: Sandbox, startedAt: number): Report {
	const chats = world.chats.map(({ messages }) =>
		messages.map(({ sentContent }) => Number((JSON.parse(sentContent) as { text: string }).text)),
	);
	const delivered = chats.flat();
	const first = requests.find(({ path }) => path.endsWith('/messages'))?.at ?? startedAt;
	const limited = requests.filter(({ code }) => code === 99991400 || code === 230020);
	return {
		requests: requests.length,
		tokens: requests.filter(({ path }) => path.endsWith('/tenant_access_token/internal')).length,
		delivered: new Set(delivered).size,
		duplicates: delivered.length - new Set(delivered).size,
		outOfOrder: chats.reduce(
			(count, texts) => count + texts.filter((text, i) => i > 0 && text < texts[i - 1]).length,
			0,
		),
		refused: limited.length,
		refusedLater: limited.filter(({ at }) => at - first > 1_000).length,
		texts: delivered,
	};
}

function addFaults(sandbox: Sandbox, plan: FaultPlan): void {
	const random = randomFrom(42);
	let seen = 0;
	let stormUntil = 0;
	sandbox.intercept(({ path }): Interception => {
		if (!path.endsWith('/messages')) return undefined;
		seen++;
		if (seen === plan.revokeAt) sandbox.revokeTokens();
		if (seen === plan.stormAt) stormUntil = Date.now() + plan.stormMs;
		if (Date.now() < stormUntil) {
			return {
				status: 429,
				headers: { 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': '1' },
				body: { code: 99991400, msg: 'request trigger frequency limit' },
			};
		}
		const share = random.below(1_000_000) / 1_000_000;
		if (share < plan.lost) return 'lose';
		if (share < plan.lost + plan.failed) return { status: 503, body: '' };
		return share < plan.lost + plan.failed + plan.dropped ? 'drop' : undefined;
	});
}

async function main(settings: SandboxSettings): Promise<void> {
	const { rateLimits, latencyMs, chats } = settings;
	const sandbox = await startSandbox({ rateLimits, latencyMs, seed: { chats } });
	const startedAt = Date.now();
	const { appId, appSecret } = sandbox.app;
	const members = sandbox.world.chats.filter(({ bots }) => bots.includes(appId));
	const commands: Commands = {
		describe: () => ({
			url: sandbox.url,
			appId,
			appSecret,
			chats: members.map(({ chatId }) => chatId),
		}),
		report: () => report(sandbox, startedAt),
		faults: (plan: FaultPlan) => addFaults(sandbox, plan),
		down: async () => await sandbox.close(),
	};
	process.on('message', ({ id, name, argument }: { id: number; name: string; argument: never }) => {
		void Promise.resolve(commands[name](argument)).then((result) => process.send?.({ id, result }));
	});
	process.once('disconnect', () => process.exit());
	process.send?.({ id: 0 });
}

void main(JSON.parse(process.argv[2]) as SandboxSettings);
