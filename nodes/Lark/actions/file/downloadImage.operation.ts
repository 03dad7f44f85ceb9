import { downloadImage } from '../../../shared/lark/files';
import { imageKeyField, outputField } from '../../fields/fileKeys';
import type { Operation } from '../operation';
import { outputFile } from './outputFile';

const key = imageKeyField({ description: 'Key of an image that this app has uploaded' });

export const fileDownloadImage: Operation = {
	name: 'Download Image',
	value: 'downloadImage',
	action: 'Download an image',
	description: 'Download an image that this app has uploaded to Lark for messages',
	endpoints: [downloadImage],
	lanes: [],
	properties: [key.property, outputField.property],

	async execute(item) {
		return await outputFile(item, downloadImage, { image_key: key.read(item) });
	},
};
