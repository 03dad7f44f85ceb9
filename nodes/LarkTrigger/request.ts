import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { LarkEvent } from '../shared/push/envelope';
import type { SignatureHeaders } from '../shared/push/signature';

/** A verified event with the request that brought it. */
export interface VerifiedPush {
	context: IWebhookFunctions;
	event: LarkEvent;
	appId: string;
	/** The raw bytes, as signed by Lark. */
	body: Buffer;
	/** When the request came, Unix time in ms. */
	now: number;
	/** When the request came, by `performance.now()`. */
	startedAt: number;
}

/** The headers that prove a push. */
export const SIGNATURE_HEADERS = {
	timestamp: 'x-lark-request-timestamp',
	nonce: 'x-lark-request-nonce',
	signature: 'x-lark-signature',
};

/** Acknowledges a push that starts no execution. */
export const ACKNOWLEDGED: IWebhookResponseData = { webhookResponse: {} };

/** @returns undefined when the request carries no complete set of them */
export function signatureHeaders(context: IWebhookFunctions): SignatureHeaders | undefined {
	const headers = context.getHeaderData();
	const [timestamp, nonce, signature] = [
		SIGNATURE_HEADERS.timestamp,
		SIGNATURE_HEADERS.nonce,
		SIGNATURE_HEADERS.signature,
	].map((name) => headers[name]);
	return typeof timestamp === 'string' && typeof nonce === 'string' && typeof signature === 'string'
		? { timestamp, nonce, signature }
		: undefined;
}

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
