import type { IExecuteFunctions, INode, INodeType, INodeTypeDescription } from 'n8n-workflow';

export const START_TYPE = 'harness.start';

/** Where a run begins; the items that a test gives are pinned to it. */
export class StartNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: 'Passes on what it is given',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	};

	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	}
}

export function startNode(): INode {
	return {
		id: 'start',
		name: 'Start',
		type: START_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
}
