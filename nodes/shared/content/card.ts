import { isObject } from '../objects';
import { InputError } from '../inputError';
import { isAccident } from '../values';
import { partsOf } from './partsOf';
import { checkExtent, readJson, readJsonOrText, type JsonObject } from './json';
import { MAX_REQUEST_BYTES, messageWithin, type MessageContent } from './message';

/** What a card JSON 2.0 takes at most. */
export const MAX_ELEMENTS = 200;

const FIX =
	'Compare the card with one from the Card Builder of the Lark developer console. Card JSON 2.0 has "schema": "2.0" and its elements in body, card JSON 1.0 has them at the top.';

function refuse(reason: string): never {
	throw new InputError(`Card cannot be sent: ${reason}`, FIX);
}

/**
 * Counts the elements of a card with the texts and icons in them: what has a tag, but not in data, where a key of
 * this name means something else.
 */
export function countElements(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	const own = isObject(value) && typeof value.tag === 'string' ? 1 : 0;
	return partsOf(value).reduce((count, [, part]) => count + countElements(part), own);
}

/** What a card has at its top: card JSON of both versions. A template and a card entity have their type. */
const CARD_FIELDS = ['schema', 'elements', 'i18n_elements', 'body'];

/** What a request or the answer to a callback has as its card; undefined when it is none. */
function inside(json: JsonObject): unknown {
	const { msg_type, type, card, content, data } = json;
	if (type === 'raw' && data) return data;
	const isCard = type === 'template' || type === 'card' || CARD_FIELDS.some((name) => name in json);
	const isOther = Boolean(msg_type) && msg_type !== 'interactive';
	return isCard || isOther ? undefined : card || content || undefined;
}

/**
 * Takes a card out of a whole request, as an object or as text: `card` of one to a custom bot, `content` of one to
 * im/v1/messages, also without `msg_type`; `card` of an answer to a callback with `type` raw.
 */
function unwrapped(json: unknown): unknown {
	if (typeof json === 'string') return unwrapped(readJson(json, 'Card'));
	const wrapped = isObject(json) ? inside(json) : undefined;
	return wrapped === undefined ? json : unwrapped(wrapped);
}

function checkElements(elements: unknown, where: string): void {
	if (!Array.isArray(elements)) return refuse(`${where} is missing or not a list`);
	for (const [index, element] of elements.entries()) {
		const tag: unknown = isObject(element) ? element.tag : undefined;
		if (typeof tag !== 'string' || tag === '') refuse(`${where}[${index}] has no tag`);
	}
}

function checkCard(card: JsonObject): void {
	const { schema, body, elements, i18n_elements } = card;
	if (schema === undefined) {
		if (isObject(body)) refuse('"schema": "2.0" is missing, which a card with a body needs');
		if (!isObject(i18n_elements)) checkElements(elements, 'elements');
		return;
	}
	if (schema !== '2.0') refuse(`schema is ${JSON.stringify(schema)} instead of "2.0"`);
	if (!isObject(body)) return refuse('body is missing or not an object');
	checkElements(body.elements, 'body.elements');
	const count = countElements(body.elements);
	if (count > MAX_ELEMENTS) refuse(`it has ${count} elements of at most ${MAX_ELEMENTS}`);
}

function checkReference(data: unknown, key: 'template_id' | 'card_id'): void {
	const id = isObject(data) ? data[key] : undefined;
	if (typeof id !== 'string' || id === '') refuse(`data.${key} is missing`);
}

function cardMessage(card: JsonObject): MessageContent {
	const content = JSON.stringify(card);
	return messageWithin(MAX_REQUEST_BYTES.card, 'Card', 'Take something out of the card.', {
		msg_type: 'interactive',
		content,
	});
}

/**
 * Makes the content of a card from its JSON.
 *
 * @param json text of JSON or an object: card JSON 1.0 or 2.0, a template, or a card entity,
 * also in a whole request to a custom bot or to im/v1/messages
 * @throws InputError that says where the card is wrong
 * @see im-v1/message/message-content-description/create_json, "interactive"; card JSON 2.0: 200 elements
 */
export function cardContent(json: unknown): MessageContent {
	const card = unwrapped(readJson(json, 'Card'));
	if (!isObject(card)) return refuse('it is not an object');
	if (card.type === 'template') checkReference(card.data, 'template_id');
	else if (card.type === 'card') checkReference(card.data, 'card_id');
	else checkCard(card);
	return cardMessage(card);
}

/** A value for a variable of a template. */
export interface TemplateVariable {
	name: string;
	/** Text, or a list or an object, also as text of JSON. */
	value: unknown;
}

/**
 * Makes the content of a card from a template of the Card Builder.
 *
 * @param version such as 1.0.0; '' for the latest
 * @throws InputError without an ID, or with a variable twice, without a name or nested too deeply
 * @see im-v1/message/message-content-description/create_json, "interactive", template
 */
export function templateContent(
	templateId: string,
	version: string,
	variables: TemplateVariable[],
): MessageContent {
	const template_id = templateId.trim();
	if (template_id === '' || isAccident(template_id)) {
		throw new InputError(
			template_id === '' ? 'Template ID is empty' : `Template ID cannot be "${template_id}"`,
			'Copy it from the card in the Card Builder.',
		);
	}
	const values = new Map<string, unknown>();
	for (const { name, value } of variables) {
		if (name.trim() === '' || values.has(name.trim())) {
			throw new InputError(
				`A template variable ${name.trim() ? `is there twice: ${name}` : 'has no name'}`,
				'Give every variable its name in the template, once.',
			);
		}
		values.set(name.trim(), checkExtent(readJsonOrText(value), `Template variable ${name.trim()}`));
	}
	const template_version_name = version.trim();
	return cardMessage({
		type: 'template',
		data: {
			template_id,
			...(template_version_name && { template_version_name }),
			...(values.size > 0 && { template_variable: Object.fromEntries(values) }),
		},
	});
}
