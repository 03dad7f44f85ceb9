import type { IDataObject } from 'n8n-workflow';

import { toText } from '../values';
import { label, seconds, textOnly, type Attachment, type ContentReader } from './reader';

export const imageReader: ContentReader = ({ image_key }) => ({
	text: label('Image'),
	attachments: attachment('image', image_key),
});

export const fileReader: ContentReader = ({ file_key, file_name }) => ({
	text: label('File', toText(file_name)),
	attachments: attachment('file', file_key, { file_name }),
});

export const audioReader: ContentReader = ({ file_key, duration }) => ({
	text: label('Audio', seconds(duration)),
	attachments: attachment('file', file_key, { duration }),
});

/** `media` is a video. */
export const mediaReader: ContentReader = ({ file_key, file_name, duration }) => ({
	text: label('Video', toText(file_name), seconds(duration)),
	attachments: attachment('file', file_key, { file_name, duration }),
});

/** Lark lets nobody download a folder. */
export const folderReader: ContentReader = ({ file_name }) =>
	textOnly(label('Folder', toText(file_name)));

/** Lark lets nobody download a sticker; its key can be sent again. */
export const stickerReader: ContentReader = () => textOnly(label('Sticker'));

/** A file of a post; none when it has no key. */
export const fileAttachment = ({ file_key, file_name, name }: IDataObject): Attachment[] =>
	attachment('file', file_key, { file_name: toText(file_name) || toText(name) });

/** The file of a message; none when Lark gives no key. */
function attachment(type: Attachment['type'], key: unknown, facts: IDataObject = {}): Attachment[] {
	if (toText(key) === '') return [];
	const { file_name, duration } = facts;
	return [
		{
			key: toText(key),
			type,
			...(toText(file_name) && { name: toText(file_name) }),
			...(typeof duration === 'number' && { duration }),
		},
	];
}
