import { readExample } from '../../harness/examples';
import type {
	CredentialInput,
	CredentialReference,
	N8nClient,
	SavedWorkflow,
	WorkflowInput,
} from '../../harness/n8n-server';

/** Saves a credential under its name, over the one of an earlier start if there is one. */
export async function saveCredential(
	client: N8nClient,
	credential: CredentialInput,
): Promise<CredentialReference> {
	const saved = (await client.credentials()).find(({ name }) => name === credential.name);
	return saved
		? await client.updateCredential(saved.id, credential)
		: await client.createCredential(credential);
}

export const TRIGGER = 'n8n-nodes-lark-im.larkTrigger';
export const LONG_CONNECTION_TRIGGER = 'n8n-nodes-lark-im.larkLongConnectionTrigger';

/** Saves the echo bot, which answers in groups when it is mentioned. */
export async function saveEchoBot(
	client: N8nClient,
	credential: CredentialReference,
): Promise<SavedWorkflow> {
	return await keepWorkflow(client, await echoBot(credential));
}

/** Saves the echo bot with the other trigger. */
export async function saveLongConnectionBot(
	client: N8nClient,
	credential: CredentialReference,
): Promise<SavedWorkflow> {
	const workflow = await echoBot(credential);
	const nodes = workflow.nodes
		.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
		.map((node) => (node.type === TRIGGER ? { ...node, type: LONG_CONNECTION_TRIGGER } : node));
	const name = `${workflow.name} over the long connection`;
	return await keepWorkflow(client, { ...workflow, name, nodes });
}

async function echoBot(credential: CredentialReference): Promise<WorkflowInput> {
	const workflow = await readExample('echo-bot', credential);
	const nodes = workflow.nodes.map((node) =>
		node.type === TRIGGER
			? { ...node, parameters: { ...node.parameters, groupStrategy: 'mention' } }
			: node,
	);
	return { ...workflow, nodes };
}

/**
 * Saves the alert sender with a chat chosen in its picker, as a person would.
 *
 * @param chatName name of a chat that the bot is a member of
 */
export async function saveAlertSender(
	client: N8nClient,
	credential: CredentialReference,
	chatName: string,
): Promise<SavedWorkflow> {
	const workflow = await readExample('alert-sender', credential);
	const { results } = await client.listSearch({
		nodeType: 'n8n-nodes-lark-im.lark',
		methodName: 'searchReceivers',
		credentials: { [credential.type]: credential },
		path: 'parameters.receiver',
		filter: chatName,
	});
	const chat = results.find(({ name }) => name === chatName);
	if (!chat) throw new Error(`The picker does not offer the chat "${chatName}"`);
	const receiver = {
		__rl: true,
		mode: 'list',
		value: chat.value,
		cachedResultName: chat.name,
	} as const;
	const nodes = workflow.nodes.map((node) =>
		'receiver' in node.parameters
			? { ...node, parameters: { ...node.parameters, receiver } }
			: node,
	);
	return await keepWorkflow(client, { ...workflow, nodes });
}

/** Saves a workflow unless one of its name is there: a person may have changed that. */
export async function keepWorkflow(
	client: N8nClient,
	workflow: WorkflowInput,
): Promise<SavedWorkflow> {
	const kept = (await client.workflows()).find(({ name }) => name === workflow.name);
	return kept ? await client.workflow(kept.id) : await client.createWorkflow(workflow);
}
