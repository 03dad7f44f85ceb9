import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { LarkEvent } from '../shared/push/envelope';

/** A push as it came. */
export interface ReceivedPush {
	context: IWebhookFunctions;
	appId: string;
	/** The raw bytes, as signed by Lark. */
	body: Buffer;
	/** When the request came, by `performance.now()`. */
	startedAt: number;
}

/** A verified event with the request that brought it. */
export interface VerifiedPush extends ReceivedPush {
	event: LarkEvent;
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

/** Tells the sender nothing, the log everything but secrets, and starts no execution. */
export function refuse(
	context: IWebhookFunctions,
	status: number,
	reason: string,
): IWebhookResponseData {
	warn(context, `refused a request with HTTP ${status}: ${reason}`);
	context.getResponseObject().status(status).json({ message: 'Refused' });
	return { noWebhookResponse: true };
}
