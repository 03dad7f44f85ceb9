import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../objects';
import { parseObject } from '../../../push/json';
import { toList, toObject, toText } from '../../values';
import { pickLocale } from '../locale';
import { label, textOnly, type ContentReader } from '../reader';
import { readPart } from './elements';
import { toPart, type Names } from './part';

/** What Lark gives instead of a card 2.0, unless it is asked for the card as it was sent. */
const PLACEHOLDERS = new Set([
	'请升级至最新版本客户端，以查看内容',
	'Please upgrade to the latest version to view this content',
]);

/**
 * Longer JSON is not read, in characters. Lark takes cards of 30 KB, and gives them back several times as long at most,
 * but what a person sees can be many times as long as the JSON: marks before each line of a quote, empty cells of a table.
 */
const MAX_JSON = 250_000;

/** More than anybody reads on a card. Longer words are cut. */
const MAX_WORDS = 300_000;

/**
 * `interactive`: everything that a person sees in words, a line for each row. Lark pushes a simplified card,
 * with the card as it was sent in `user_dsl`; Message > Get asks for one of the forms. The images of a card are
 * no attachments: Lark refuses their download.
 *
 * @see im-v1/message-resource/get, 234043
 */
export const cardReader: ContentReader = (content) => {
	const { card, names, isTooLong } = unwrap(content);
	if (isTooLong) return textOnly(label('Card'));
	const lines = isTemplate(card) ? variablesOf(card) : readCard(card, names);
	const shown = lines.filter((line) => line.trim() !== '');
	const words = shown.join('\n').slice(0, MAX_WORDS);
	return textOnly(words || summaryOf(card) || label('Card'));
};

function readCard(card: IDataObject, names: Names): string[] {
	const { title, header, i18n_header, body, elements, i18n_elements } = card;
	const rows = toList(elements).filter((row) => !isPlaceholder(row));
	const parts = [title, header ?? pickLocale(i18n_header, isObject), body];
	return [...parts, { elements: rows, i18n_elements }].flatMap((part) => readPart(part, names));
}

const isPlaceholder = (row: unknown): boolean =>
	toList(row).some((part) => PLACEHOLDERS.has(toText(toObject(part).text)));

interface Unwrapped {
	card: IDataObject;
	names: Names;
	isTooLong: boolean;
}

/** Finds the card itself: in `user_dsl` of an event, in `json_card` of `raw_card_content`. */
function unwrap(content: IDataObject): Unwrapped {
	const card = parseObject(toText(content.user_dsl)) ?? parseObject(toText(content.json_card));
	return {
		card: toPart(card ?? content),
		names: namesIn(content.json_attachment),
		isTooLong: JSON.stringify(card ?? content).length > MAX_JSON,
	};
}

/** Longer names are cut, so that a text in which somebody is named often does not grow without limit. */
const MAX_NAME_LENGTH = 100;

/** The names beside a card: those of who is shown, and of who is mentioned. */
function namesIn(attachment: unknown): Names {
	const { persons, at_users } = parseObject(toText(attachment)) ?? {};
	const people = Object.entries({ ...toObject(persons), ...toObject(at_users) });
	return new Map(
		people
			.map(
				([id, person]) => [id, toText(toObject(person).content).slice(0, MAX_NAME_LENGTH)] as const,
			)
			.filter(([, name]) => name !== ''),
	);
}

const isTemplate = ({ type }: IDataObject): boolean => type === 'template';

/** Text of variables that nobody reads: keys of images, IDs of people, addresses. */
const NO_WORDS = /^(?:img_|ou_|https?:)/;

/** A template is only with Lark; what it is filled with is all that is known of its words. */
function variablesOf({ data }: IDataObject): string[] {
	const texts: string[] = [];
	const collect = (value: unknown): void => {
		if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
		else if (!NO_WORDS.test(toText(value))) texts.push(toText(value));
	};
	collect(toObject(data).template_variable);
	return texts;
}

/** What the list of chats shows, for a card that has no words yet. */
const summaryOf = ({ config }: IDataObject): string =>
	toText(toObject(toObject(config).summary).content);
