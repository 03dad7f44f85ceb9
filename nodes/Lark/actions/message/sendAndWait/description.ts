import { SEND_AND_WAIT_OPERATION, type IWebhookDescription } from 'n8n-workflow';

const WEBHOOK = {
	name: 'default',
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const;

/**
 * The URL by which a waiting execution goes on. n8n makes the tool for human review of nodes that have it.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/nodes-base/utils/sendAndWait/descriptions.ts
 */
export const sendAndWaitWebhooks: IWebhookDescription[] = [
	{ ...WEBHOOK, httpMethod: 'GET' },
	{ ...WEBHOOK, httpMethod: 'POST' },
];

/** What the editor says of a node that waits. */
export const WAITING_TOOLTIP = `={{ $parameter.operation === "${SEND_AND_WAIT_OPERATION}" ? "Execution will continue after the user's response" : "" }}`;
