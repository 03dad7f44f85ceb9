import type { IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { AppCredential } from '../shared/decision/appKeys';
import type { PushSecrets } from '../shared/push/secrets';
import { readOwnApplication, WithoutScope } from '../shared/requestUrl/registerUrl';
import type { LarkClient } from '../shared/transport/client';
import { openClient } from '../shared/transport/openClients';

/** How long the keys of an app are used before Lark is asked for them again, in ms. */
const LIFETIME_MS = 60_000;

const NONE: PushSecrets = { encryptKey: '', verificationToken: '' };

const known = new Map<string, { keys: PushSecrets; at: number }>();

/**
 * Reads the Encrypt Key and the Verification Token that an app has in the developer console, for a credential that has
 * neither. What was read before, with the same App Secret, serves while Lark does not answer.
 *
 * @returns '' for what the app has not, or may not read
 * @throws NodeApiError when Lark does not answer, and has never done so
 * @see node-sdk, application.v6.application.get: `encryption`
 */
export async function keysAtLark(
	context: IWebhookFunctions | IHookFunctions | ITriggerFunctions,
	{ appId, appSecret }: AppCredential,
): Promise<PushSecrets> {
	const lark = await openClient(context, 'bot');
	const id = [lark.app.consoleUrl, appId, appSecret].join(' ');
	const before = known.get(id);
	if (before && performance.now() - before.at < LIFETIME_MS) return before.keys;
	const keys = await readKeys(lark).catch((error: Error) => {
		if (error instanceof WithoutScope) return NONE;
		if (before) return before.keys;
		throw error;
	});
	if (keys !== NONE) known.set(id, { keys, at: performance.now() });
	return keys;
}

async function readKeys(lark: LarkClient): Promise<PushSecrets> {
	const { encryption } = await readOwnApplication(lark);
	const { encryption_key: encryptKey = '', verification_token: verificationToken = '' } =
		encryption ?? {};
	return { encryptKey, verificationToken };
}
