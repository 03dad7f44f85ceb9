import { checkKey } from '../../../shared/content/key';
import type { Operation } from '../operation';
import { fileKeyProperty, outputFieldProperty, outputFile } from './fields';

/** GET /open-apis/im/v1/files/:file_key, im-v1/file/get. */
export const downloadFile: Operation = {
	name: 'Download File',
	value: 'downloadFile',
	action: 'Download a file',
	description: 'Download a file that this app has uploaded to Lark, up to 100 MB',
	properties: [
		{ ...fileKeyProperty, description: 'Key of a file that this app has uploaded' },
		outputFieldProperty,
	],

	async execute(item) {
		const file_key = checkKey('file_key', item.string('fileKey'), 'File Key');
		const url = '/open-apis/im/v1/files/:file_key';
		return await outputFile(item, url, { file_key });
	},
};
