import type { INodeProperties, ITriggerFunctions } from 'n8n-workflow';

import type { ConnectionChange } from './connection/outage';

/** Whether changes of the connection start the workflow, too. */
export const connectionProperty: INodeProperties = {
	displayName: 'Trigger on Connection Status',
	name: 'connectionStatus',
	type: 'multiOptions',
	options: [
		{
			name: 'Lost',
			value: 'lost',
			description: 'The connection broke off and n8n is opening it again',
		},
		{
			name: 'Refused',
			value: 'refused',
			description:
				'Lark does not let n8n connect again, for example after a change of the App Secret',
		},
		{ name: 'Restored', value: 'restored', description: 'The connection is open again' },
	],
	default: [],
	description:
		'Starts the workflow with what became of the connection, to tell an operator by another way than Lark',
};

/** Starts the workflow when the connection has changed in a way that was chosen; never in a test, which waits for an event. */
export function startOnChange(
	context: ITriggerFunctions,
	appId: string,
	{ status, since, reason, attempts }: ConnectionChange,
): void {
	if (context.getMode() === 'manual') return;
	const chosen = context.getNodeParameter('connectionStatus', []) as string[];
	if (!chosen.includes(status)) return;
	const now = Date.now();
	const json = {
		connection: status,
		app_id: appId,
		reason,
		since: new Date(since).toISOString(),
		seconds: Math.max(0, Math.round((now - since) / 1000)),
		attempts,
	};
	context.emit([context.helpers.returnJsonArray([json])]);
}
