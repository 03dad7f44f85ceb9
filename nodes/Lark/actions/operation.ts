import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Endpoint } from '../../shared/transport/endpoint';
import type { ItemParameters, OperationItem } from '../fields/item';

/** What a user can choose under Operation. One file exports one of these. */
export interface Operation {
	name: string;
	/** Unique within its resource; never changes once released. */
	value: string;
	/** The label on the canvas and in the node creator. */
	action: string;
	/** Read by people and, when the node is an AI tool, by models. */
	description: string;
	/**
	 * What it calls. The first endpoint is the one that the operation is for: whose tokens that takes may
	 * run the operation. `any` when the user chooses the endpoint.
	 */
	endpoints: readonly [Endpoint, ...Endpoint[]] | 'any';
	/** Its fields, without displayOptions: those of resource and operation are added for all. */
	properties: INodeProperties[];
	/**
	 * What must happen in the order of the items: items with the same value in one of these fields run
	 * one after the other, others at the same time. A function gives the values itself.
	 */
	lanes:
		| ReadonlyArray<{ property: INodeProperties }>
		| ((item: Pick<ItemParameters, 'string' | 'value'>) => string[]);
	/**
	 * For an operation that returns large records: makes the small form of one, under Lark's own
	 * field names. The switch Simplify comes with it. The item tells what the user asked for.
	 */
	simplify?: (record: IDataObject, item: ItemParameters) => IDataObject;
	/**
	 * After it the execution waits for people. It runs once, for the first item, and what comes in goes on
	 * when the time to answer is over, as with n8n's own Send and Wait.
	 */
	waits?: true;
	/**
	 * Runs the operation for one item.
	 *
	 * @returns one output object, one per output item, or a whole item when it has a file
	 * @throws InputError for a value that cannot be used, NodeApiError for what Lark refused
	 */
	execute(item: OperationItem): Promise<IDataObject | IDataObject[] | INodeExecutionData>;
}

/** What a user can choose under Resource. */
export interface Resource {
	name: string;
	value: string;
	/** The first one is chosen when the resource is. */
	operations: Operation[];
}
