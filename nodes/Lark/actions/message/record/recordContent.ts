import { isObject } from '../../../../shared/objects';
import { asWritten, withoutMentions } from '../../../../shared/content/asWritten';
import { cardContent } from '../../../../shared/content/card';
import { readJsonOrText } from '../../../../shared/content/json';
import { fileContent, imageContent } from '../../../../shared/content/key';
import type { MessageContent } from '../../../../shared/content/message';
import { postAsWritten } from '../../../../shared/content/postMentions';
import { richTextContent } from '../../../../shared/content/richText';
import { chatCardContent, userCardContent } from '../../../../shared/content/share';
import { textContent } from '../../../../shared/content/text';
import { InputError } from '../../../../shared/inputError';
import { readText } from '../../../../shared/values';
import { checkChatId } from '../../../fields/chat';

/** Reads a field of a content that is an object or its JSON; a content that is neither is the field itself. */
function fieldOf(content: unknown, field: string): string {
	const value = readJsonOrText(content);
	if (!isObject(value)) return readText('content', content);
	const text = readText(`content.${field}`, value[field]);
	if (text !== '') return text;
	throw new InputError(`content has no "${field}"`, `Give it the field "${field}".`);
}

/** A text as it is, also one that happens to be JSON, unless it is Lark's content of a text message. */
function textOf(content: unknown): string {
	const value = readJsonOrText(content);
	const isOfLark =
		isObject(value) && Object.keys(value).join() === 'text' && typeof value.text !== 'object';
	return typeof content === 'string' && !isOfLark ? content : fieldOf(content, 'text');
}

const fileOf = (type: Parameters<typeof fileContent>[0]) => (content: unknown) => {
	const value = readJsonOrText(content);
	const cover = isObject(value) ? readText('content.image_key', value.image_key) : '';
	return fileContent(type, fieldOf(content, 'file_key'), cover);
};

/** How the content of each type is read, as it is written if that is wanted. */
const READERS: Record<string, (content: unknown, isAsWritten: boolean) => MessageContent> = {
	text(content, isAsWritten) {
		const text = textOf(content);
		return textContent(isAsWritten ? asWritten(withoutMentions(text)) : text);
	},
	post: (content, isAsWritten) => richTextContent(content, isAsWritten ? postAsWritten : undefined),
	interactive: (content) => cardContent(content),
	image: (content) => imageContent(fieldOf(content, 'image_key')),
	share_chat: (content) => chatCardContent(checkChatId(fieldOf(content, 'chat_id'))),
	share_user: (content) => userCardContent(fieldOf(content, 'user_id')),
	audio: fileOf('audio'),
	media: fileOf('media'),
	file: fileOf('file'),
	sticker: fileOf('sticker'),
};

/**
 * Reads the content of a record.
 *
 * @param contentType as Lark's msg_type; text when it is missing
 * @param content as an object, as its JSON, or for text as the text itself
 * @param isAsWritten keeps Lark from carrying out what is in a text
 * @throws InputError that names the record's field
 * @see im-v1/message/message-content-description/create_json
 */
export function readRecordContent(
	contentType: unknown,
	content: unknown,
	isAsWritten = false,
): MessageContent {
	const type = readText('contentType', contentType).trim() || 'text';
	if (!Object.hasOwn(READERS, type)) {
		throw new InputError(
			`contentType cannot be "${type}"`,
			`Use one of ${Object.keys(READERS).join(', ')}.`,
		);
	}
	if (content === undefined || content === null || content === '') {
		throw new InputError(
			'content is missing',
			'Give the item a field "content": the text, or what Lark takes for the contentType.',
		);
	}
	return READERS[type](content, isAsWritten);
}
