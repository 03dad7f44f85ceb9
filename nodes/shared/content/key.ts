import { InputError } from '../inputError';
import { isAccident } from '../values';
import type { MessageContent } from './message';

type KeyField = 'image_key' | 'file_key';

const FORMS: Record<KeyField, RegExp> = {
	image_key: /^img_[\w-]+$/,
	file_key: /^[\w-]+$/,
};

const FIXES: Record<KeyField, string> = {
	image_key: 'Image keys start with img_. File > Upload Image gives one: {{ $json.image_key }}.',
	file_key:
		'A link or a file name is not a key. File > Upload File gives one: {{ $json.file_key }}.',
};

const STICKER_FIX =
	'Send the sticker to the bot once: Lark Trigger gives its key, {{ $json.content.file_key }}.';

/**
 * Checks the key of something uploaded.
 *
 * @param label the field as the editor shows it
 * @param fix where the user finds such a key, if not among the app's uploads
 * @returns the key without surrounding spaces
 * @throws InputError when it is no such key
 */
export function checkKey(
	field: KeyField,
	value: string,
	label: string,
	fix = FIXES[field],
): string {
	const key = value.trim();
	if (FORMS[field].test(key) && !isAccident(key)) return key;
	throw new InputError(key === '' ? `${label} is empty` : `${label} cannot be "${key}"`, fix);
}

/**
 * Makes the content of an image message.
 *
 * @throws InputError
 * @see im-v1/message/message-content-description/create_json, "image"
 */
export function imageContent(imageKey: string): MessageContent {
	const image_key = checkKey('image_key', imageKey, 'Image Key');
	return { msg_type: 'image', content: JSON.stringify({ image_key }) };
}

/**
 * Makes the content of a message that is a file: any file, an opus recording, an mp4 video with an
 * optional cover image, or a sticker that the bot has received.
 *
 * @throws InputError
 * @see im-v1/message/message-content-description/create_json, "file", "audio", "media", "sticker"
 */
export function fileContent(
	msg_type: 'file' | 'audio' | 'media' | 'sticker',
	fileKey: string,
	coverKey = '',
): MessageContent {
	const file_key =
		msg_type === 'sticker'
			? checkKey('file_key', fileKey, 'Sticker File Key', STICKER_FIX)
			: checkKey('file_key', fileKey, 'File Key');
	const cover = coverKey.trim() && {
		image_key: checkKey('image_key', coverKey, 'Cover Image Key'),
	};
	return { msg_type, content: JSON.stringify({ file_key, ...(cover || {}) }) };
}
