import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { customBotCredential, sandboxCredential } from '../../harness/sandbox-credential';
import { startSandbox } from '../../sandbox';

type SandboxOptions = Parameters<typeof startSandbox>[0];
export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

export interface Lark {
	sandbox: Sandbox;
	/** Data of a `larkApi` credential for the sandbox's app. */
	credential: ICredentialDataDecryptedObject;
	/** Data of a `larkOAuth2Api` credential for the sandbox's app; not connected to anybody yet. */
	oauthCredential: ICredentialDataDecryptedObject;
	/** Data of a `larkGroupBotApi` credential for the custom bot of the sandbox's first group. */
	groupBotCredential: ICredentialDataDecryptedObject;
}

/**
 * Starts the sandbox that the nodes under test call, on the port SANDBOX_PORT if that is set.
 * With LARK_BASE_URL the nodes call that address instead of the sandbox's own, for instance a proxy.
 */
export async function startLark(options: SandboxOptions = {}): Promise<Lark> {
	const port = Number(process.env.SANDBOX_PORT ?? 0);
	const sandbox = await startSandbox({ port, ...options });
	const { appId, appSecret } = sandbox.app;
	const baseUrl = process.env.LARK_BASE_URL ?? sandbox.url;
	const credential = sandboxCredential(sandbox, baseUrl);
	const oauthCredential = { region: 'custom', baseUrl, clientId: appId, clientSecret: appSecret };
	const [bot] = sandbox.world.customBots.list;
	const groupBotCredential = customBotCredential(bot, baseUrl);
	return { sandbox, credential, oauthCredential, groupBotCredential };
}
