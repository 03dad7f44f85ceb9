import { startSandbox } from './index';

async function main(): Promise<void> {
	const { SANDBOX_PORT, SANDBOX_RATE_LIMITS, SANDBOX_TIME_SCALE } = process.env;
	const sandbox = await startSandbox({
		port: Number(SANDBOX_PORT ?? 0),
		rateLimits: SANDBOX_RATE_LIMITS === '1',
		timeScale: Number(SANDBOX_TIME_SCALE ?? 1),
	});
	const { app, world } = sandbox;
	const [groupBot] = world.customBots.list;
	console.log(`Lark sandbox    ${sandbox.url}
App ID          ${app.appId}
App Secret      ${app.appSecret}
Verification    ${app.verificationToken}
Encrypt Key     ${app.encryptKey}
Group bot       ${sandbox.url}/open-apis/bot/v2/hook/${groupBot.hookId}
Signing Secret  ${groupBot.secret}`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

void main();
