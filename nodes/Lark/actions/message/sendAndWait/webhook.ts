import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Takes what reaches the URL of a waiting execution. */
export async function sendAndWaitWebhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	this.getResponseObject().status(403).send('');
	return await Promise.resolve({ noWebhookResponse: true });
}
