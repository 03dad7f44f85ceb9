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
