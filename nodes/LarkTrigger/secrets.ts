import {
	NodeApiError,
	type IHookFunctions,
	type ITriggerFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { appOf, type AppCredential } from '../shared/decision/appKeys';
import { openPush, type Push, type PushRequest } from '../shared/push/openPush';
import { canVerify, type PushSecrets } from '../shared/push/secrets';
import { trimmed } from '../shared/transport/pasted';
import { keysAtLark } from './keysAtLark';
import { RefreshableCache } from './refreshableCache';

/** How long a replaced Encrypt Key or token is still accepted, when nothing comes with the new one, in ms. */
const LIFETIME_MS = 30_000;

/** How often forged requests can make n8n read a credential from its database: once in this time, in ms. */
const PAUSE_MS = 1_000;

/** The fields of the node's credential that are about pushes, and those that seal what cards carry. */
export interface AppSecrets extends PushSecrets, AppCredential {}

type NodeContext = IWebhookFunctions | IHookFunctions | ITriggerFunctions;

const cache = new RefreshableCache<AppSecrets>(LIFETIME_MS, PAUSE_MS);

const credentialOf = (context: NodeContext) => context.getNode().credentials?.larkApi?.id ?? '';

/**
 * Reads the app and the secrets that prove a push: those of the node's credential or, if it has none, those that the app
 * reads of itself.
 *
 * @throws NodeApiError when the credential has none and Lark does not answer
 */
export async function readSecrets(context: NodeContext): Promise<AppSecrets> {
	const credential = await context.getCredentials('larkApi');
	const own = {
		encryptKey: trimmed(credential.encryptKey),
		verificationToken: trimmed(credential.verificationToken),
	};
	const app = appOf(credential);
	return { ...app, ...(canVerify(own) ? own : await keysAtLark(context, app)) };
}

const BY_ITSELF = ['init', 'leadershipChange'];

/** Whether n8n publishes a workflow again without a person: when it starts, or takes over from another process. */
export const startsByItself = (context: IHookFunctions | ITriggerFunctions): boolean =>
	BY_ITSELF.includes(context.getActivationMode());

/**
 * Reads the secrets for a trigger that begins to listen.
 *
 * @returns undefined when n8n starts while Lark does not answer: they are read with the first push
 * @throws as `readSecrets`
 */
export async function secretsAtStart(context: IHookFunctions): Promise<AppSecrets | undefined> {
	return await readSecrets(context).catch((error: Error) => {
		if (error instanceof NodeApiError && startsByItself(context)) {
			return undefined;
		}
		throw error;
	});
}

/**
 * Opens a push with the cached secrets, since reading a credential takes longer than everything else about
 * a push. When the push is refused, the secrets may have been changed: they are read again, at most once
 * a second.
 *
 * @param now Unix time in ms
 * @throws when n8n cannot read the credential
 */
export async function openWithSecrets(
	context: NodeContext,
	request: PushRequest,
	now: number,
): Promise<{ push: Push; app: AppCredential }> {
	const credential = credentialOf(context);
	const read = async () => await readSecrets(context);
	const openWith = async (secrets: Promise<AppSecrets>) => {
		const app = await secrets;
		return { push: openPush(request, app, now), app };
	};

	const startedAt = performance.now();
	const reading = cache.get(credential, read, startedAt);
	const opened = await openWith(reading.value);
	if (opened.push.kind !== 'refused' || opened.push.status !== 401) return opened;
	const newer = cache.refresh(credential, reading, read, startedAt);
	return newer ? await openWith(newer.value) : opened;
}
