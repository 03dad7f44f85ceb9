import { downloadFile } from '../../../shared/lark/files';
import { fileKeyField, outputField } from '../../fields/fileKeys';
import type { Operation } from '../operation';
import { outputFile } from './outputFile';

const key = fileKeyField({ description: 'Key of a file that this app has uploaded' });

export const fileDownloadFile: Operation = {
	name: 'Download File',
	value: 'downloadFile',
	action: 'Download a file',
	description: 'Download a file that this app has uploaded to Lark, up to 100 MB',
	endpoints: [downloadFile],
	lanes: [],
	properties: [key.property, outputField.property],

	async execute(item) {
		return await outputFile(item, downloadFile, { file_key: key.read(item) });
	},
};
