import { createImage } from '../../../shared/lark/files';
import { choiceOption } from '../../fields/field';
import { inputFieldProperty } from '../../fields/fileKeys';
import { optionsCollection } from '../../fields/options';
import { uploadImage } from '../../upload/upload';
import type { Operation } from '../operation';

const useAs = choiceOption({
	displayName: 'Use As',
	name: 'image_type',
	type: 'options',
	options: [
		{ name: 'Avatar', value: 'avatar' },
		{ name: 'Message', value: 'message', description: 'In messages and cards' },
	],
	default: 'message',
	description: 'What the image is for',
});

export const fileUploadImage: Operation = {
	name: 'Upload Image',
	value: 'uploadImage',
	action: 'Upload an image',
	description:
		'Upload an image of up to 10 MB to Lark and get its key, for messages, cards or avatars',
	endpoints: [createImage],
	lanes: [],
	properties: [inputFieldProperty, optionsCollection([useAs.property])],

	async execute(item) {
		const file = await item.files.given('binaryPropertyName');
		const image_key = await uploadImage(item.lark, file, useAs.read(item));
		return { image_key, file_name: file.fileName, mime_type: file.mimeType, size: file.size };
	},
};
