import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';

import { readExample } from '../../harness/examples';
import type { CredentialReference, N8nClient, SavedWorkflow } from '../../harness/n8n-server';
import { keepWorkflow } from './workflows';

const FOLDER = path.join(__dirname, '..', '..', 'examples');

/** Where the attachment archiver writes in n8n's own container. */
const CONTAINER_FOLDER = '/home/node/.n8n-files';

/** What a person chooses after the import of an example. */
export interface Choices {
	/** A chat that the bot is a member of. */
	chat: { name: string; chatId: string };
	/** A folder that n8n may write to. */
	folder: string;
}

/**
 * Makes the choices that the note of an example asks for: a chat in every picker that is empty, and a folder.
 *
 * @returns the parameters of the node with the choices
 */
export function choose({ parameters }: INode, { chat, folder }: Choices): INodeParameters {
	const chosen = { __rl: true, mode: 'list', value: chat.chatId, cachedResultName: chat.name };
	const entries = Object.entries(parameters).map(([name, value]) => {
		if (isEmptyPicker(value)) return [name, chosen];
		return [name, typeof value === 'string' ? value.replace(CONTAINER_FOLDER, folder) : value];
	});
	return Object.fromEntries(entries) as INodeParameters;
}

const isEmptyPicker = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && '__rl' in value && 'value' in value
		? value.value === ''
		: false;

/**
 * Saves all examples, ready to run. They are not published.
 *
 * @returns the workflows, in the order of their files
 */
export async function saveExamples(
	client: N8nClient,
	credentials: CredentialReference[],
	choices: Choices,
): Promise<SavedWorkflow[]> {
	const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort();
	const saved: SavedWorkflow[] = [];
	for (const file of files) {
		const workflow = await readExample(path.basename(file, '.json'), ...credentials);
		const nodes = workflow.nodes.map((node) => ({ ...node, parameters: choose(node, choices) }));
		saved.push(await keepWorkflow(client, { ...workflow, nodes }));
	}
	return saved;
}
