import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import type { OperationItem } from '../operation';

/** Fields that more than one operation on files has. */

export const inputFieldProperty: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the input field containing the file',
};

/** `outputFile` reads it. */
export const outputFieldProperty: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output field that the file is put in',
};

export const fileKeyProperty: INodeProperties = {
	displayName: 'File Key',
	name: 'fileKey',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. file_v3_00a1_75235e0c-4f92-430a',
};

export const imageKeyProperty: INodeProperties = {
	displayName: 'Image Key',
	name: 'imageKey',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. img_v3_02ab_7ea74629-9191-4176',
};

/**
 * Downloads a file and makes the output of it: the file, and what it is.
 *
 * @param url with placeholders for the keys
 * @param keys by which the file is found
 */
export async function outputFile(
	item: OperationItem,
	url: string,
	keys: Record<string, string>,
	query?: Record<string, string>,
) {
	const field = item.string('binaryPropertyName').trim();
	if (field === '') {
		throw new InputError(
			'Put Output File in Field is empty',
			'Enter the name of a field, such as data.',
		);
	}
	const download = await item.lark.download(url, keys, query);
	const { binary, size } = await item.files.stored(download);
	const { fileName: file_name, mimeType: mime_type } = binary;
	return {
		json: { ...keys, file_name, mime_type, size },
		binary: { [field]: binary },
	};
}
