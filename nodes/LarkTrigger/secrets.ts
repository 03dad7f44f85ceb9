import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { openPush, type Push, type PushRequest } from '../shared/push/openPush';
import type { PushSecrets } from '../shared/push/secrets';
import { RefreshableCache } from './refreshableCache';

/** A replaced Encrypt Key or token is taken no longer than this, even when nothing comes with the new one. */
const LIFETIME_MS = 30_000;

/** What forged requests can make n8n's database do: one reading per credential in this time. */
const PAUSE_MS = 1_000;

/** What the node's credential says about the app, as far as pushes are concerned. */
export interface AppSecrets extends PushSecrets {
	appId: string;
}

const remembered = new RefreshableCache<AppSecrets>(LIFETIME_MS, PAUSE_MS);

/** Reads from the node's credential what proves a push. */
export async function readSecrets(
	context: IWebhookFunctions | IHookFunctions,
): Promise<AppSecrets> {
	const { appId, encryptKey, verificationToken } = await context.getCredentials('larkApi');
	const text = (value: unknown) => String(value ?? '').trim();
	return {
		appId: text(appId),
		encryptKey: text(encryptKey),
		verificationToken: text(verificationToken),
	};
}

/**
 * Opens a push with the remembered secrets, since n8n needs longer to read a credential than for all
 * else about a push. When they do not fit, they may have been changed: they are read again, at most
 * once a second.
 *
 * @param now Unix time in ms
 * @throws when n8n cannot read the credential
 */
export async function openWithSecrets(
	context: IWebhookFunctions,
	request: PushRequest,
	now: number,
): Promise<{ push: Push; appId: string }> {
	const credential = context.getNode().credentials?.larkApi?.id ?? '';
	const read = async () => await readSecrets(context);
	const openWith = async (secrets: Promise<AppSecrets>) => {
		const { appId } = await secrets;
		return { push: openPush(request, await secrets, now), appId };
	};

	const reading = remembered.get(credential, read, now);
	const opened = await openWith(reading.value);
	if (opened.push.kind !== 'refused' || opened.push.status !== 401) return opened;
	const newer = remembered.newer(credential, reading, read, now);
	return newer ? await openWith(newer.value) : opened;
}
