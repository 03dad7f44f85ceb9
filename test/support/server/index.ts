import { randomUUID } from 'node:crypto';

import { readExample } from '../../../harness/examples';
import {
	Log,
	N8nClient,
	waitFor,
	type CredentialReference,
	type Execution,
	type SavedWorkflow,
	type WorkflowInput,
} from '../../../harness/n8n-server';
import { startLark, type Lark } from '../lark';
import { sharedAddress, type Address } from './address';

export { chatNamed, replyTo, textOf } from '../../../harness/conversation';
export { waitFor };
export { FAST_EXPRESSIONS, launch } from './address';

/** An n8n, the test file's own Lark, and a credential that connects them. */
export interface TestSetup extends Lark {
	url: string;
	log: Log;
	client: N8nClient;
	larkApi: CredentialReference;
	/** Saves a workflow, to be removed at the end. */
	saveWorkflow(workflow: WorkflowInput): Promise<SavedWorkflow>;
	/** Saves an example under new webhook addresses, so that test files do not get in each other's way. */
	saveExample(name: string, ...further: CredentialReference[]): Promise<SavedWorkflow>;
	/**
	 * The executions of a workflow with all their data, oldest first. Waits until there are so many
	 * and all have finished: n8n lists one a moment after it has acknowledged the event.
	 */
	executionsOf(workflowId: string, count: number): Promise<Execution[]>;
	/** Removes the workflows that were saved here, and ends the sandbox. */
	close(): Promise<void>;
}

/**
 * Sets up what a test file needs; close it in afterAll.
 *
 * @param options of the sandbox
 * @param n8n the one to use, if not the one that all test files share
 */
export async function openSetup(
	options: Parameters<typeof startLark>[0] = {},
	n8n: Address = sharedAddress(),
): Promise<TestSetup> {
	const { url, logFile, session } = n8n;
	const client = new N8nClient(url, session);
	const lark = await startLark(options);
	const name = `Lark ${randomUUID()}`;
	const larkApi = await client.createCredential({ name, type: 'larkApi', data: lark.credential });
	const saved: string[] = [];
	const saveWorkflow = async (workflow: WorkflowInput) => {
		const { id, ...rest } = await client.createWorkflow(workflow);
		saved.push(id);
		return { id, ...rest };
	};
	return {
		...lark,
		url,
		log: new Log(logFile),
		client,
		larkApi,
		saveWorkflow,
		async saveExample(name, ...further) {
			const workflow = await readExample(name, larkApi, ...further);
			return await saveWorkflow(withOwnWebhooks(workflow));
		},
		async executionsOf(workflowId, count) {
			const summaries = await waitFor(`${count} executions`, async () => {
				const found = await client.executions(workflowId);
				return found.length >= count ? found : undefined;
			});
			const finished = summaries.map(async ({ id }) => await client.finishedExecution(id));
			return (await Promise.all(finished)).reverse();
		},
		async close() {
			await lark.sandbox.close();
			for (const id of saved) await client.deleteWorkflow(id);
		},
	};
}

function withOwnWebhooks(workflow: WorkflowInput): WorkflowInput {
	const nodes = workflow.nodes.map((node) =>
		node.webhookId ? { ...node, webhookId: randomUUID() } : node,
	);
	return { ...workflow, nodes };
}
