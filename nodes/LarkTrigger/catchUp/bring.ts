import { randomUUID } from 'node:crypto';
import { sleep, type IDataObject, type ITriggerFunctions } from 'n8n-workflow';

import { requestAt, requestHere, type WebhookResponse } from '../../shared/application/ownWebhook';
import type { InjectedRequest } from '../../shared/application/injectRequest';
import { webhookEndpointOf } from '../../shared/application/ownServer';
import { MESSAGE_RECEIVED } from '../../shared/events/message';
import { isObject } from '../../shared/objects';
import { SIGNATURE_HEADERS, signatureOf } from '../../shared/push/signature';
import { EVENT_WEBHOOK, PATHS } from '../callback/webhooks';
import type { AppSecrets } from '../secrets';
import { webhookIdOf } from '../siblings/liveTriggers';
import { FORWARDED_HEADER } from '../siblings/sendOn';

/** How long the trigger may take for an event, in ms. */
const ANSWER_MS = 10_000;

/** After which waits an event is brought again, in ms; the last one repeats. */
const WAITS = [0, 1_000, 5_000, 15_000];

/** The webhook of a trigger, as it is reached from within n8n. */
export interface OwnWebhook {
	context: ITriggerFunctions;
	/** What proves a push to it. */
	secrets: AppSecrets;
	/** Where it is reached from outside, for a process that serves no webhooks. */
	publicUrl?: string;
	/** Until when events are brought, by `performance.now()`. */
	until: number;
	signal: AbortSignal;
}

/** What the trigger takes for the push of a message: signed like one of Lark, and handed to no other workflow. */
function pushOf(event: IDataObject, create_time: unknown, { appId, ...secrets }: AppSecrets) {
	const header = {
		event_type: MESSAGE_RECEIVED,
		create_time,
		token: secrets.verificationToken,
		app_id: appId,
	};
	const body = Buffer.from(JSON.stringify({ schema: '2.0', header, event }));
	const proof = { timestamp: String(Math.floor(Date.now() / 1_000)), nonce: randomUUID() };
	return {
		body,
		headers: {
			'content-type': 'application/json; charset=utf-8',
			[FORWARDED_HEADER]: '1',
			[SIGNATURE_HEADERS.timestamp]: proof.timestamp,
			[SIGNATURE_HEADERS.nonce]: proof.nonce,
			[SIGNATURE_HEADERS.signature]: signatureOf(proof, body, secrets.encryptKey),
		},
	};
}

/** n8n answers with JSON; a page says that it is starting, or comes from a proxy. */
const isOfTrigger = ({ status, body }: WebhookResponse): boolean =>
	isObject(body) && status !== 404 && status !== 502;

/**
 * Brings a message to the trigger by its own webhook, like a push of Lark. Waits as long as the webhook cannot be
 * reached: with n8n's protection against requests to internal addresses, that is until the first event comes.
 *
 * @throws when the trigger refuses it, has ended, or could not be reached in time
 */
export async function bring(
	webhook: OwnWebhook,
	event: { message: IDataObject; sender: IDataObject },
): Promise<void> {
	const { signal, until, secrets } = webhook;
	for (let attempt = 0; ; attempt++) {
		await sleep(WAITS[Math.min(attempt, WAITS.length - 1)], signal);
		signal.throwIfAborted();
		const response = await send(webhook, pushOf(event, event.message.create_time, secrets));
		if (response && isOfTrigger(response) && response.status < 300) return;
		const isRefused = response && isOfTrigger(response) && response.status < 500;
		if (!isRefused && performance.now() < until) continue;
		const why = response ? `HTTP ${response.status}` : 'no response';
		throw new Error(`The webhook of the trigger did not take a message (${why})`);
	}
}

async function send(
	{ context, publicUrl }: OwnWebhook,
	push: Omit<InjectedRequest, 'path'>,
): Promise<WebhookResponse | undefined> {
	const path = `/${webhookEndpointOf(context)}/${webhookIdOf(context)}/${PATHS[EVENT_WEBHOOK]}`;
	const until = performance.now() + ANSWER_MS;
	try {
		const here = await requestHere(context, { path, ...push }, until);
		if ((here && isOfTrigger(here)) || !publicUrl) return here;
		const { origin, pathname } = new URL(publicUrl);
		return await requestAt(context, origin, { path: pathname, ...push }, until);
	} catch {
		return undefined;
	}
}
