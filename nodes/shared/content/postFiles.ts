import { InputError } from '../inputError';
import { isObject } from '../objects';
import { checkKey } from './key';
import { MAX_REQUEST_BYTES, messageWithin, type MessageContent } from './message';

/** A file below the text of a post. Lark fills in its name and size. */
export interface PostFile {
	key: string;
}

/**
 * Checks the files of a post that is given as JSON: as they are sent (`key`), or as they are read (`file_key`).
 *
 * @returns each file once
 * @throws InputError for what is no list of keys
 * @see larksuite/cli, im +messages-send --attachment: `files` stands beside the locales
 */
export function checkPostFiles(files: unknown): PostFile[] {
	const keys = [files ?? []].flat().map((file) => {
		const { key, file_key } = isObject(file) ? file : { key: undefined, file_key: undefined };
		const given = key ?? file_key;
		if (typeof given === 'string')
			return checkKey('file_key', given, 'A key in files of Rich Text');
		throw new InputError(
			'Rich Text cannot be sent: files has an entry without a key',
			'Files is a list such as [{"key": "file_v3_..."}]. File > Upload File gives the key.',
		);
	});
	return [...new Set(keys)].map((key) => ({ key }));
}

/**
 * Adds files to a post, each once.
 *
 * @param keys of files that the app has uploaded
 * @throws InputError when the post gets too long
 */
export function withPostFiles(message: MessageContent, keys: string[]): MessageContent {
	if (keys.length === 0) return message;
	const { files, ...post } = JSON.parse(message.content) as { files?: PostFile[] };
	const all = checkPostFiles([...(files ?? []), ...keys.map((key) => ({ key }))]);
	return messageWithin(MAX_REQUEST_BYTES.post, 'The text with its Attachments', 'Shorten it.', {
		...message,
		content: JSON.stringify({ ...post, files: all }),
	});
}
