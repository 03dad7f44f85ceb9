import { rm, truncate } from 'node:fs/promises';
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

/** Makes an item that carries a file, kept on disk as n8n does. */
export async function itemWithFile(
	content: Buffer,
	file: { fileName: string; mimeType: string },
	property = 'data',
): Promise<INodeExecutionData> {
	const place = { type: 'execution' as const, workflowId: 'engine', executionId: 'given' };
	const binary: IBinaryData = { data: '', ...file };
	const stored = await Container.get(BinaryDataService).store(place, content, binary);
	return { json: {}, binary: { [property]: stored } };
}

/**
 * Reads the bytes of a file that an item carries.
 *
 * @throws when the item has none under that property
 */
export async function fileOf(item: INodeExecutionData, property = 'data'): Promise<Buffer> {
	const binary = item.binary?.[property];
	if (!binary) throw new Error(`The item has no file "${property}"`);
	return await Container.get(BinaryDataService).getAsBuffer(binary);
}

/** Where n8n keeps a file of an item. */
function pathOf(item: INodeExecutionData, property: string): string {
	return Container.get(BinaryDataService).getPath(item.binary?.[property].id ?? '');
}

/** Deletes the bytes of a file from the disk, as n8n's pruning does while an item still names it. */
export async function deleteFile(item: INodeExecutionData, property = 'data'): Promise<void> {
	await rm(pathOf(item, property));
}

/** Leaves only the first bytes of a file on the disk. */
export async function truncateFile(
	item: INodeExecutionData,
	bytes: number,
	property = 'data',
): Promise<void> {
	await truncate(pathOf(item, property), bytes);
}
