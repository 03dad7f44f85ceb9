import { checkKey } from '../../../shared/content/key';
import { messageIdProperty } from '../message/fields';
import { checkMessageId } from '../message/messageId';
import type { Operation } from '../operation';
import { fileKeyProperty, outputFieldProperty, outputFile } from './fields';

/** GET /open-apis/im/v1/messages/:message_id/resources/:file_key, im-v1/message/get-2. */
export const downloadAttachment: Operation = {
	name: 'Download Message Attachment',
	value: 'downloadAttachment',
	action: 'Download a message attachment',
	description:
		'Download an image, file, recording or video of a Lark message, up to 100 MB. Not for stickers and cards.',
	properties: [
		{
			...messageIdProperty,
			description: 'The message with the attachment, by its message_id (om_...)',
		},
		{
			...fileKeyProperty,
			displayName: 'Key',
			description:
				'The image_key or file_key in the content of the message. After Lark Trigger: {{ $json.attachments[0].key }}.',
		},
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
		outputFieldProperty,
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const file_key = checkKey(
			'file_key',
			item.string('fileKey'),
			'Key',
			'Take it from Lark Trigger: {{ $json.attachments[0].key }}.',
		);
		const url = '/open-apis/im/v1/messages/:message_id/resources/:file_key';
		const type = item.string('attachmentType');
		return await outputFile(item, url, { message_id, file_key }, { type });
	},
};
