import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';

import type { CredentialReference, N8nClient, SavedWorkflow } from '../../harness/n8n-server';
import type { App } from '../../sandbox';
import { DEMO_SCOPES } from './scopes';
import { keepWorkflow } from './workflows';

const START = 'When clicking Execute workflow';
const SET_UP = 'Set up the app';

/**
 * What a person has made in the developer console: an app that may change itself, with the Verification Token that Lark
 * gives to each. It has neither a bot nor another scope, event or address.
 */
export const BARE_APP: Partial<App> = {
	botEnabled: false,
	scopes: ['application:application:patch', 'application:application:self_manage'],
	events: [],
	redirectUrls: [],
	encryptKey: '',
};

/**
 * Lets the app set itself up, by a workflow that stays for the person to look at.
 *
 * @param redirectUrl where n8n takes a person back to who has agreed
 * @returns the workflow
 * @throws when Set Up does not publish a version
 */
export async function setUpApp(
	client: N8nClient,
	larkApi: CredentialReference,
	redirectUrl: string,
): Promise<SavedWorkflow> {
	const parameters: INodeParameters = {
		resource: 'app',
		operation: 'setUp',
		dryRun: false,
		options: { scopes: DEMO_SCOPES.join(', '), redirectUrl, remark: 'Set up by the demo' },
	};
	const workflow = await keepWorkflow(client, {
		name: 'Lark set up the app',
		nodes: [
			{
				id: randomUUID(),
				name: START,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: randomUUID(),
				name: SET_UP,
				type: 'n8n-nodes-lark-im.lark',
				typeVersion: 1,
				position: [220, 0],
				parameters,
				credentials: { larkApi },
			},
		],
		connections: { [START]: { main: [[{ node: SET_UP, type: 'main', index: 0 }]] } },
	});
	const { data } = await client.runWorkflow(workflow.id, START);
	const [items = []] = data.resultData.runData[SET_UP]?.[0].data?.main ?? [];
	const version = items?.find(({ json }) => json.change === 'version');
	if (version?.json.status !== 'done') {
		throw new Error(
			`The app is not set up: ${data.resultData.error?.message ?? JSON.stringify(items)}`,
		);
	}
	return workflow;
}
