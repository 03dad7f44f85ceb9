import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { AppCredential } from '../shared/decision/appKeys';
import type { LarkEvent } from '../shared/push/envelope';
import { triggerKey } from '../shared/trigger/context';
import { LineLimit } from '../shared/trigger/lineLimit';

/** A push as it came. */
export interface ReceivedPush {
	context: IWebhookFunctions;
	/** The raw bytes, as signed by Lark. */
	body: Buffer;
	/** When the request came, by `performance.now()`. */
	startedAt: number;
}

/** A verified event with the request that brought it. */
export interface VerifiedPush extends ReceivedPush {
	event: LarkEvent;
	/** Whose secrets have proven it. */
	app: AppCredential;
	/** When the request came, Unix time in ms. */
	now: number;
}

/** Acknowledges a push that starts no execution. */
export const ACKNOWLEDGED: IWebhookResponseData = { webhookResponse: {} };

/** Writes a line about this webhook into n8n's log. */
export function warn(context: IWebhookFunctions, text: string): void {
	const { name } = context.getNode();
	context.logger.warn(`"${name}" ${text}`, {
		nodeName: name,
		workflowId: context.getWorkflow().id,
		sender: context.getRequestObject().ip,
	});
}

/** So many refusals of a trigger with one status are written to the log in a minute, whoever sends how much. */
const refusalLines = new LineLimit(30, 60_000);

/**
 * Tells the sender nothing, the log everything but secrets, and starts no execution. Forged requests in great
 * number are counted in the log, so that they do not fill it.
 */
export function refuse(
	context: IWebhookFunctions,
	status: number,
	reason: string,
): IWebhookResponseData {
	const before = refusalLines.take(`${triggerKey(context)} ${status}`, performance.now());
	if (before !== undefined) {
		const more = before > 0 ? ` (and ${before} more with HTTP ${status} before it)` : '';
		warn(context, `refused a request with HTTP ${status}: ${reason}${more}`);
	}
	context.getResponseObject().status(status).json({ message: 'Refused' });
	return { noWebhookResponse: true };
}
