import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { takeClick } from './takeClick';

/** Takes what reaches the URL of a waiting execution. */
export async function sendAndWaitWebhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await takeClick(this);
}
