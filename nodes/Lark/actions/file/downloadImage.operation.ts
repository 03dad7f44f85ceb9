import { checkKey } from '../../../shared/content/key';
import type { Operation } from '../operation';
import { imageKeyProperty, outputFieldProperty, outputFile } from './fields';

/** GET /open-apis/im/v1/images/:image_key, im-v1/image/get. */
export const downloadImage: Operation = {
	name: 'Download Image',
	value: 'downloadImage',
	action: 'Download an image',
	description: 'Download an image that this app has uploaded to Lark for messages',
	properties: [
		{ ...imageKeyProperty, description: 'Key of an image that this app has uploaded' },
		outputFieldProperty,
	],

	async execute(item) {
		const image_key = checkKey('image_key', item.string('imageKey'), 'Image Key');
		const url = '/open-apis/im/v1/images/:image_key';
		return await outputFile(item, url, { image_key });
	},
};
