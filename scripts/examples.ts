import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CredentialReference, WorkflowInput } from './n8n-server';

const FOLDER = path.join(__dirname, '..', 'examples');

/**
 * Reads an example workflow and gives each of its nodes the credential that it asks for.
 *
 * @param name of the file in examples/, without `.json`
 */
export async function readExample(
	name: string,
	credential: CredentialReference,
): Promise<WorkflowInput> {
	const text = await readFile(path.join(FOLDER, `${name}.json`), 'utf8');
	const workflow = JSON.parse(text) as WorkflowInput;
	const nodes = workflow.nodes.map((node) =>
		node.credentials?.[credential.type]
			? { ...node, credentials: { [credential.type]: credential } }
			: node,
	);
	return { ...workflow, nodes };
}
