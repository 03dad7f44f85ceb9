import { startSandbox } from './index';

async function main(): Promise<void> {
	const { SANDBOX_PORT, SANDBOX_RATE_LIMITS, SANDBOX_TIME_SCALE } = process.env;
	const sandbox = await startSandbox({
		port: Number(SANDBOX_PORT ?? 0),
		rateLimits: SANDBOX_RATE_LIMITS === '1',
		timeScale: Number(SANDBOX_TIME_SCALE ?? 1),
	});
	const { app } = sandbox;
	console.log(`Lark sandbox    ${sandbox.url}
App ID          ${app.appId}
App Secret      ${app.appSecret}
Verification    ${app.verificationToken}
Encrypt Key     ${app.encryptKey}`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

void main();
