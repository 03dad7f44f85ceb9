import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INode, IPinData } from 'n8n-workflow';

import { findOperation } from '../../nodes/Lark/description/resources';
import { documentedEvents } from '../../sandbox/events/documented-event';

const FOLDER = path.join(__dirname, '..', '..', 'examples');

/** An example as its file has it. */
export interface Example {
	/** The file without `.json`. */
	name: string;
	nodes: INode[];
	pinData: IPinData;
}

/** All examples. */
export const examples: Example[] = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => {
		const text = readFileSync(path.join(FOLDER, file), 'utf8');
		const { nodes, pinData = {} } = JSON.parse(text) as Partial<Example>;
		return { name: path.basename(file, '.json'), nodes: nodes ?? [], pinData };
	});

/** What a node of an example may do only with one of some scopes. */
export interface Need {
	example: string;
	node: string;
	scopes: string[];
}

/** The scopes of the first request of a Lark node; [] when it needs none. */
function scopesOfOperation({ parameters }: INode): string[] {
	const { resource = 'message', operation = 'send' } = parameters;
	const endpoints = findOperation(String(resource), String(operation))?.endpoints;
	return typeof endpoints === 'string' ? [] : [...(endpoints?.[0].scopes ?? ['unknown'])];
}

function scopesOf(node: INode): string[][] {
	if (node.type === 'n8n-nodes-lark-im.lark') return [scopesOfOperation(node)];
	if (node.type !== 'n8n-nodes-lark-im.larkTrigger') return [];
	return (node.parameters.events as string[]).map(
		(event) => documentedEvents.find(({ type }) => type === event)?.scopes ?? ['unknown'],
	);
}

/** What the nodes of all examples need. */
export const exampleNeeds: Need[] = examples.flatMap(({ name, nodes }) =>
	nodes.flatMap((node) =>
		scopesOf(node)
			.filter((scopes) => scopes.length > 0)
			.map((scopes) => ({ example: name, node: node.name, scopes })),
	),
);
