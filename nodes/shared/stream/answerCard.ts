import type { JsonObject } from '../content/json';
import { THINKING, type ReaderWords } from './words';

/** The elements of a card that shows an answer. */
export const ANSWER = 'answer';
export const STATUS = 'status';
export const ENDING = 'ending';

/** How fast Lark's apps type: a character each 30 ms, and all that is left as soon as there is more. */
const TYPING = {
	print_frequency_ms: { default: 30 },
	print_step: { default: 2 },
	print_strategy: 'fast',
};

/** How much of the answer the chat list shows. */
const PREVIEW_LENGTH = 100;

const translated = ({ en, zh }: ReaderWords): JsonObject => ({
	content: en,
	i18n_content: { en_us: en, zh_cn: zh },
});

/** The element with the text. */
export const textElement = (content: string): JsonObject => ({
	tag: 'markdown',
	element_id: ANSWER,
	content,
});

/** A line in small grey letters: what the model does, or how it has ended. */
export const lineElement = (elementId: string, words: ReaderWords): JsonObject => ({
	tag: 'div',
	element_id: elementId,
	text: {
		tag: 'plain_text',
		...translated(words),
		text_size: 'notation',
		text_color: 'grey',
	},
});

/** What the chat list shows of an answer. */
export const previewOf = (text: string): string =>
	[...text.replace(/[\s#*`>|]+/g, ' ').trim()].slice(0, PREVIEW_LENGTH).join('');

/** The settings that end the streaming mode, with which the chat list shows the answer. */
export const endSettings = (text: string, words?: ReaderWords): JsonObject => {
	const preview = previewOf(text);
	const summary = preview === '' && words ? translated(words) : { content: preview };
	return { config: { streaming_mode: false, summary } };
};

/** The settings that end the streaming mode of an answer that goes on: its ten minutes begin anew only so. */
export const STREAM_OFF: JsonObject = { config: { streaming_mode: false } };

/** The settings that start the streaming mode again. */
export const STREAM_AGAIN: JsonObject = { config: { streaming_mode: true } };

/**
 * Makes the card of an answer that begins.
 *
 * @see cardkit-v1/card/create, "streaming_config"
 */
export function newCard(text: string, status: ReaderWords | undefined): JsonObject {
	const elements = [
		...(text.trim() === '' ? [] : [textElement(text)]),
		...(status ? [lineElement(STATUS, status)] : []),
	];
	return {
		schema: '2.0',
		config: {
			streaming_mode: true,
			update_multi: true,
			summary: translated(status ?? THINKING),
			streaming_config: TYPING,
		},
		body: { elements: elements.length > 0 ? elements : [lineElement(STATUS, THINKING)] },
	};
}

/** Makes the card of an answer that is to begin: the ten minutes of its streaming mode begin with the answer. */
export function cardInReserve(): JsonObject {
	const { config, ...card } = newCard('', THINKING);
	return { ...card, config: { ...(config as JsonObject), streaming_mode: false } };
}
