import type { INodeProperties } from 'n8n-workflow';

import { fileContent, imageContent } from '../../../../shared/content/key';
import type { MessageContent } from '../../../../shared/content/message';
import { documentTypeOf } from '../../../../shared/media/format';
import type { SourceFile } from '../../../../shared/transport/multipart';
import { fileKeyField, imageKeyField, inputFieldProperty } from '../../../fields/fileKeys';
import type { OperationItem } from '../../../fields/item';
import { shownFor } from '../../../fields/shownFor';
import {
	checkFile,
	checkMp4,
	checkOpus,
	MAX_FILE_BYTES,
	MAX_IMAGE_BYTES,
	uploadFile,
	uploadImage,
} from '../../../upload/upload';
import type { MessageType, OutgoingMessage } from './messageType';

const sourceProperty: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Binary Field', value: 'binary', description: 'A file of the incoming item' },
		{
			name: 'Key',
			value: 'key',
			description: 'An image or file that was uploaded before, by its key',
		},
		{ name: 'URL', value: 'url', description: 'A file from the web' },
	],
	default: 'binary',
	description: 'Where the file comes from. After File > Upload File or Upload Image, choose Key.',
};

const urlProperty: INodeProperties = {
	displayName: 'URL',
	name: 'fileUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/report.pdf',
	description: 'Address that opens without logging in. The file is fetched and uploaded.',
};

/** Source, and the fields of each: `byKey` for Key, `uploaded` for what is uploaded in either way. */
function sourceProperties(
	byKey: INodeProperties[],
	uploaded: INodeProperties[] = [],
): INodeProperties[] {
	return [
		sourceProperty,
		...shownFor({ source: ['binary'] }, [inputFieldProperty]),
		...shownFor({ source: ['key'] }, byKey),
		...shownFor({ source: ['url'] }, [urlProperty]),
		...shownFor({ source: ['binary', 'url'] }, uploaded),
	];
}

const openSource = async (item: OperationItem, maxBytes: number): Promise<SourceFile> =>
	item.string('source') === 'url'
		? await item.files.fetched(item.string('fileUrl'), maxBytes)
		: await item.files.given('binaryPropertyName');

/**
 * A message with something that has just been uploaded. Each upload gives another key, so a uuid
 * made from the content would let a retry send twice: what is uploaded stands for it.
 */
const uploadedMessage = (message: MessageContent, ...files: SourceFile[]): OutgoingMessage => ({
	...message,
	dedupeKey: JSON.stringify([
		message.msg_type,
		...files.map(({ fileName, size }) => [fileName, size]),
	]),
});

const coverKeyProperty: INodeProperties = {
	...imageKeyField({
		displayName: 'Cover Image Key',
		name: 'coverKey',
		description: 'Key of the image to show before the video plays',
	}).property,
	required: false,
};

const isByKey = (item: OperationItem) => item.string('source') === 'key';

export const imageType: MessageType = {
	name: 'Image',
	value: 'image',
	description: 'A picture that the chat shows',
	properties: sourceProperties([
		imageKeyField({ description: 'Key of an image that this app has uploaded' }).property,
	]),
	async read(item) {
		if (isByKey(item)) return imageContent(item.string('imageKey'));
		const source = await openSource(item, MAX_IMAGE_BYTES);
		return uploadedMessage(imageContent(await uploadImage(item.lark, source)), source);
	},
};

export const fileType: MessageType = {
	name: 'File',
	value: 'file',
	description: 'Any file, to download or open',
	properties: sourceProperties([
		fileKeyField({ description: 'Key of a file that this app has uploaded' }).property,
	]),
	async read(item) {
		if (isByKey(item)) return fileContent('file', item.string('fileKey'));
		const source = await openSource(item, MAX_FILE_BYTES);
		// Lark refuses a file message with something uploaded as opus or mp4 (230055).
		const fileKey = await uploadFile(
			item.lark,
			await checkFile(source, { fileType: documentTypeOf(source) }),
		);
		return uploadedMessage(fileContent('file', fileKey), source);
	},
};

export const audioType: MessageType = {
	name: 'Audio',
	value: 'audio',
	description: 'A voice message',
	properties: sourceProperties([
		fileKeyField({ description: 'Key of an opus file that this app has uploaded' }).property,
	]),
	async read(item) {
		if (isByKey(item)) return fileContent('audio', item.string('fileKey'));
		const source = await openSource(item, MAX_FILE_BYTES);
		const recording = await checkOpus(source);
		return uploadedMessage(fileContent('audio', await uploadFile(item.lark, recording)), source);
	},
};

export const videoType: MessageType = {
	name: 'Video',
	value: 'media',
	description: 'An MP4 video that plays in the chat',
	properties: sourceProperties(
		[
			fileKeyField({ description: 'Key of an mp4 file that this app has uploaded' }).property,
			coverKeyProperty,
		],
		[
			{
				...inputFieldProperty,
				displayName: 'Cover Binary Field',
				name: 'coverPropertyName',
				default: '',
				required: false,
				placeholder: 'e.g. cover',
				hint: 'The name of the input field containing the image to show before the video plays',
			},
		],
	),
	async read(item) {
		if (isByKey(item)) {
			return fileContent('media', item.string('fileKey'), item.string('coverKey'));
		}
		const source = await openSource(item, MAX_FILE_BYTES);
		const checked = await checkMp4(source);
		if (!item.value('coverPropertyName')) {
			return uploadedMessage(fileContent('media', await uploadFile(item.lark, checked)), source);
		}
		const cover = await item.files.given('coverPropertyName');
		const coverKey = await uploadImage(item.lark, cover);
		const fileKey = await uploadFile(item.lark, checked);
		return uploadedMessage(fileContent('media', fileKey, coverKey), source, cover);
	},
};
