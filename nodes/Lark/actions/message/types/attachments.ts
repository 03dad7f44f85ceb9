import type { INodeProperties } from 'n8n-workflow';

import type { MessageContent } from '../../../../shared/content/message';
import { withPostFiles } from '../../../../shared/content/postFiles';
import { checkKey } from '../../../../shared/content/key';
import { readText } from '../../../../shared/values';
import { documentTypeOf } from '../../../../shared/media/format';
import { fileKeyField, inputFieldProperty } from '../../../fields/fileKeys';
import type { OperationItem } from '../../../fields/item';
import { checkFile, uploadFile } from '../../../upload/upload';
import type { OutgoingMessage } from './messageType';

const ROWS = 'options.attachments.attachment';

/** Files below a text, in the same message. */
export const attachmentsProperty: INodeProperties = {
	displayName: 'Attachments',
	name: 'attachments',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	placeholder: 'Add Attachment',
	description: 'Files below the text, in the same message. The text is sent as rich text.',
	options: [
		{
			displayName: 'Attachment',
			name: 'attachment',
			values: [
				{
					displayName: 'Source',
					name: 'attachmentSource',
					type: 'options',
					options: [
						{ name: 'Binary Field', value: 'binary', description: 'A file of the incoming item' },
						{ name: 'Key', value: 'key', description: 'A file that was uploaded before' },
					],
					default: 'binary',
				},
				{ ...inputFieldProperty, displayOptions: { show: { attachmentSource: ['binary'] } } },
				fileKeyField({
					description: 'Key of a file that this app has uploaded',
					displayOptions: { show: { attachmentSource: ['key'] } },
				}).property,
			],
		},
	],
};

/** The files of a message, and what they are the same by when the message is sent again. */
interface Attached {
	keys: string[];
	identity: unknown[];
}

/** Reads all attachments before the first one is uploaded. */
async function readAttachments(item: OperationItem): Promise<Attached> {
	const sources = await Promise.all(
		item.rows(ROWS).map(async ({ attachmentSource, fileKey }, index) => {
			if (attachmentSource === 'key') {
				return checkKey('file_key', readText('File Key', fileKey), 'File Key');
			}
			const file = await item.files.given(`${ROWS}[${index}].binaryPropertyName`);
			return await checkFile(file, { fileType: documentTypeOf(file) });
		}),
	);
	const keys: string[] = [];
	for (const source of sources) {
		keys.push(typeof source === 'string' ? source : await uploadFile(item.lark, source));
	}
	const identity = sources.map((source) =>
		typeof source === 'string' ? source : [source.file.fileName, source.file.size],
	);
	return { keys, identity };
}

/** Whether the user has added files. */
export const hasAttachments = (item: OperationItem): boolean => item.rows(ROWS).length > 0;

/**
 * Adds the attachments of an item to the last of its messages, which is a post.
 *
 * @throws InputError for a file that cannot be sent, NodeApiError for what Lark refuses
 */
export async function withAttachments(
	item: OperationItem,
	messages: MessageContent[],
): Promise<OutgoingMessage[]> {
	if (!hasAttachments(item)) return messages;
	const { keys, identity } = await readAttachments(item);
	const last = messages[messages.length - 1];
	// Each upload gives another key, so that the content does not tell what is sent again.
	const dedupeKey = JSON.stringify([last.content, identity]);
	return [...messages.slice(0, -1), { ...withPostFiles(last, keys), dedupeKey }];
}
