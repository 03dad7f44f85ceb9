import { TEST_OWNER } from '../../../harness/test-owner';
import { packageFile } from '../../../harness/package-file';
import { startN8n, N8nClient, type N8n, type Owner } from '../../../harness/n8n-server';

/** How to reach an n8n, also from another process than the one that started it. */
export interface Address {
	url: string;
	logFile: string;
	owner: Owner;
	/** Of the owner, who is logged in. */
	session: string;
}

/**
 * For tests with thousands of requests: n8n's usual engine makes a new isolate for each, which takes
 * ten times as long as all that the trigger does.
 */
export const FAST_EXPRESSIONS = { N8N_EXPRESSION_ENGINE: 'legacy' };

const VARIABLE = 'E2E_N8N';

let shared: N8n | undefined;

/**
 * Starts an n8n with the packed package and an owner; whoever calls this stops it.
 *
 * @param env further environment variables of n8n
 */
export async function launch(
	env: Record<string, string> = {},
): Promise<{ server: N8n; address: Address }> {
	const server = await startN8n({ packages: [packageFile()], env });
	const { url, log } = server;
	const client = new N8nClient(url);
	await client.setupOwner(TEST_OWNER);
	return {
		server,
		address: { url, logFile: log.file, owner: TEST_OWNER, session: client.session },
	};
}

/** Starts the n8n of all test files, and leaves its address in the environment for them. */
export async function start(): Promise<void> {
	const { server, address } = await launch();
	shared = server;
	process.env[VARIABLE] = JSON.stringify(address);
}

export async function stop(): Promise<void> {
	await shared?.stop();
}

export function sharedAddress(): Address {
	return JSON.parse(process.env[VARIABLE] ?? 'null') as Address;
}
