import type { INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../../shared/transport/endpoint';
import { outputField } from '../../fields/fileKeys';
import type { OperationItem } from '../../fields/item';

/**
 * Downloads a file and makes the output of it: the file, and what it is.
 *
 * @param keys by which the file is found
 */
export async function outputFile(
	item: OperationItem,
	endpoint: Endpoint,
	keys: Record<string, string>,
	query?: Record<string, string>,
): Promise<INodeExecutionData> {
	const field = outputField.read(item);
	const download = await item.lark.download(endpoint, keys, query);
	const { binary, size } = await item.files.stored(download);
	const { fileName: file_name, mimeType: mime_type } = binary;
	return {
		json: { ...keys, file_name, mime_type, size },
		binary: { [field]: binary },
	};
}
