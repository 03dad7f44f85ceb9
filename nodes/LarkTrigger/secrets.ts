import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { PushSecrets } from '../shared/events/secrets';

/** Reads from the node's credential what proves a push. */
export async function readSecrets(
	context: IWebhookFunctions | IHookFunctions,
): Promise<PushSecrets> {
	const { encryptKey, verificationToken } = await context.getCredentials('larkApi');
	return {
		encryptKey: String(encryptKey ?? '').trim(),
		verificationToken: String(verificationToken ?? '').trim(),
	};
}
