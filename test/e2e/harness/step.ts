import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';

/** A node of a workflow, without credentials. */
export const step = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: IDataObject,
): INode => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters: parameters as INode['parameters'],
});
