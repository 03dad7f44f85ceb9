import { downloadMessageResource } from '../../../shared/lark/files';
import { fileKeyField, outputField } from '../../fields/fileKeys';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';
import { outputFile } from './outputFile';

const message = messageIdField({
	description: 'The message with the attachment, by its message_id (om_...)',
});

const key = fileKeyField(
	{
		displayName: 'Key',
		description:
			'The image_key or file_key in the content of the message. After Lark Trigger: {{ $json.attachments[0].key }}.',
	},
	'Take it from Lark Trigger: {{ $json.attachments[0].key }}.',
);

export const fileDownloadAttachment: Operation = {
	name: 'Download Message Attachment',
	value: 'downloadAttachment',
	action: 'Download a message attachment',
	description:
		'Download an image, file, recording or video of a Lark message, up to 100 MB. Not for stickers and cards.',
	endpoints: [downloadMessageResource],
	lanes: [message],
	properties: [
		message.property,
		key.property,
		{
			displayName: 'Type',
			name: 'attachmentType',
			type: 'options',
			options: [
				{ name: 'File', value: 'file', description: 'A file, recording or video' },
				{ name: 'Image', value: 'image', description: 'An image, alone or in rich text' },
			],
			default: 'file',
			description: 'What the key is of',
		},
		outputField.property,
	],

	async execute(item) {
		const message_id = message.read(item);
		const file_key = key.read(item);
		const type = item.string('attachmentType');
		return await outputFile(item, downloadMessageResource, { message_id, file_key }, { type });
	},
};
