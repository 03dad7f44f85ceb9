import { optionsCollection } from '../common/options';
import type { Operation } from '../operation';
import { inputFieldProperty } from './fields';
import { uploadImage as upload } from './upload';

/** POST /open-apis/im/v1/images, im-v1/image/create. */
export const uploadImage: Operation = {
	name: 'Upload Image',
	value: 'uploadImage',
	action: 'Upload an image',
	description:
		'Upload an image of up to 10 MB to Lark and get its key, for messages, cards or avatars',
	properties: [
		inputFieldProperty,
		optionsCollection([
			{
				displayName: 'Use As',
				name: 'image_type',
				type: 'options',
				options: [
					{ name: 'Avatar', value: 'avatar' },
					{ name: 'Message', value: 'message', description: 'In messages and cards' },
				],
				default: 'message',
				description: 'What the image is for',
			},
		]),
	],

	async execute(item) {
		const file = await item.files.given('binaryPropertyName');
		const image_key = await upload(item.lark, file, item.option('image_type'));
		return { image_key, file_name: file.fileName, mime_type: file.mimeType, size: file.size };
	},
};
