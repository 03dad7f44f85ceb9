import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { CredentialReference, WorkflowInput } from './n8n-server';

const FOLDER = path.join(__dirname, '..', 'examples');

/**
 * Reads an example workflow and gives each of its nodes the credential that it asks for.
 *
 * @param name of the file in examples/, without `.json`
 * @param credentials one of each type
 */
export async function readExample(
	name: string,
	...credentials: CredentialReference[]
): Promise<WorkflowInput> {
	const text = await readFile(path.join(FOLDER, `${name}.json`), 'utf8');
	const workflow = JSON.parse(text) as WorkflowInput;
	const nodes = workflow.nodes.map((node) => {
		const wanted = credentials.filter(({ type }) => node.credentials?.[type]);
		const given = Object.fromEntries(wanted.map((credential) => [credential.type, credential]));
		return wanted.length > 0 ? { ...node, credentials: given } : node;
	});
	return { ...workflow, nodes };
}
