import type { SandboxSetup } from './support';

const nothing = () => undefined;
const silent = { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing };

/** What points the official clients at the sandbox, with a token cache of its own. */
export function sdkOptions({ sandbox }: SandboxSetup) {
	const { appId, appSecret } = sandbox.app;
	const tokens = new Map<unknown, unknown>();
	const cache = {
		get: async (key: unknown) => tokens.get(key),
		set: async (key: unknown, value: unknown) => Boolean(tokens.set(key, value)),
	};
	return { appId, appSecret, domain: sandbox.url, cache, logger: silent };
}
