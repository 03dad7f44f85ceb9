import { randomUUID } from 'node:crypto';
import { sleep, type IDataObject, type ITriggerFunctions } from 'n8n-workflow';

import { requestAt, requestHere, type WebhookResponse } from '../../shared/application/ownWebhook';
import { webhookEndpointOf } from '../../shared/application/ownServer';
import { n8nAddress } from '../../shared/decision/resumeUrl';
import { MESSAGE_RECEIVED } from '../../shared/events/message';
import { isObject } from '../../shared/objects';
import { SIGNATURE_HEADERS, signatureOf } from '../../shared/push/signature';
import { EVENT_WEBHOOK, PATHS } from '../callback/webhooks';
import type { AppSecrets } from '../secrets';
import { webhookIdOf } from '../siblings/liveTriggers';
import { FORWARDED_HEADER } from '../siblings/sendOn';

/** How long the trigger may take for an event, in ms. */
const ANSWER_MS = 10_000;

/** After which waits an event is brought again, in ms. */
const WAITS = [0, 1_000, 5_000, 15_000, 60_000, 120_000];

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
 * Brings a message to the trigger by its own webhook, like a push of Lark.
 *
 * @returns whether the trigger has taken it; false when it refuses it, cannot be reached, or has ended
 */
export async function bring(
	context: ITriggerFunctions,
	event: { message: IDataObject; sender: IDataObject },
	secrets: AppSecrets,
	signal: AbortSignal,
): Promise<boolean> {
	const path = `/${webhookEndpointOf(context)}/${webhookIdOf(context)}/${PATHS[EVENT_WEBHOOK]}`;
	for (const wait of WAITS) {
		await sleep(wait, signal).catch(() => undefined);
		if (signal.aborted) return false;
		const request = { path, ...pushOf(event, event.message.create_time, secrets) };
		const response = await send(context, request);
		if (!response || !isOfTrigger(response)) continue;
		if (response.status < 300) return true;
		if (response.status < 500) return false;
	}
	return false;
}

async function send(
	context: ITriggerFunctions,
	request: Parameters<typeof requestHere>[1],
): Promise<WebhookResponse | undefined> {
	const until = performance.now() + ANSWER_MS;
	try {
		const here = await requestHere(context, request, until);
		if (here && isOfTrigger(here)) return here;
		const { origin, path } = n8nAddress(context);
		return await requestAt(context, origin + path, request, until);
	} catch {
		return undefined;
	}
}
