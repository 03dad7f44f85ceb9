import { InputError } from '../inputError';
import { isObject } from '../objects';
import { MAX_ELEMENTS } from './card';
import { partsOf } from './partsOf';
import { readJson, type JsonObject } from './json';
import type { MessageContent } from './message';

/** A card as CardKit takes it; `data` is JSON. */
export interface CardData {
	type: 'card_json' | 'template';
	data: string;
}

/**
 * Makes a card entity from the content of a card message.
 *
 * @param config what its `config` gets, beside what it has
 * @throws InputError for card JSON 1.0, a card that each person has alone, an element ID that is wrong or there twice, or a
 * `config` for a template
 * @see cardkit-v1/card/create
 */
export function cardEntityData({ content }: MessageContent, config: JsonObject = {}): CardData {
	const card = JSON.parse(content) as JsonObject;
	if (card.type === 'template') {
		if (Object.keys(config).length === 0) {
			return { type: 'template', data: JSON.stringify(card.data) };
		}
		throw new InputError(
			'The settings of a template cannot be given here',
			'Turn Streaming Mode and its options off. Set them in the Card Builder, or with Card > Update Settings.',
		);
	}
	if (card.schema !== '2.0') {
		throw new InputError(
			card.type === 'card' ? 'Card is a card entity already' : 'Card is not a card JSON 2.0',
			'Card JSON 2.0 has "schema": "2.0" and its elements in body. Older cards can only be sent with Message > Send.',
		);
	}
	const own = isObject(card.config) ? card.config : {};
	if (own.update_multi === false) {
		throw new InputError(
			'Card has "update_multi": false in its config, which card entities cannot have',
			'Remove it: everybody sees the same card.',
		);
	}
	checkElementIds(card);
	const all = { ...own, ...config };
	const data = Object.keys(all).length > 0 ? { ...card, config: all } : card;
	return { type: 'card_json', data: JSON.stringify(data) };
}

const ELEMENT_ID = /^[A-Za-z]\w{0,19}$/;

/** Whether a text can be the ID of an element: a letter first, 20 characters at most (cardkit-v1/card-element). */
export const isElementId = (text: string): boolean => ELEMENT_ID.test(text);

/**
 * Gives elements IDs, by which they can be changed later: the name, then the name with a number. Elements that have
 * an ID keep it.
 */
export const withElementIds = (name: string, elements: JsonObject[]): JsonObject[] =>
	elements.map((element, index) => ({
		...(!element.element_id && { element_id: index === 0 ? name : `${name}_${index + 1}` }),
		...element,
	}));

/** Gives the buttons in elements the IDs button, button_2 and so on, in their order. */
export function withButtonIds(elements: JsonObject[]): JsonObject[] {
	let count = 0;
	const named = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(named);
		if (!isObject(value)) return value;
		if (value.tag === 'button') {
			count++;
			return { element_id: count === 1 ? 'button' : `button_${count}`, ...value };
		}
		const parts = partsOf(value).map(([name, part]) => [name, named(part)]);
		return { ...value, ...(Object.fromEntries(parts) as JsonObject) };
	};
	return elements.map((element) => named(element) as JsonObject);
}

/**
 * Reads elements of a card from their JSON.
 *
 * @param value a list of elements, or one
 * @param what names it in the error
 * @throws InputError for anything else, or for more elements than a card has
 */
export function readElements(value: unknown, what: string): JsonObject[] {
	const json = readJson(value, what);
	const elements: unknown[] = Array.isArray(json) ? json : [json];
	const fix = 'Enter an element such as { "tag": "markdown", "content": "Hi" }, or a list of them.';
	if (elements.length === 0) throw new InputError(`${what} is empty`, fix);
	if (elements.length > MAX_ELEMENTS) {
		throw new InputError(`${what} has ${elements.length} elements of at most ${MAX_ELEMENTS}`, fix);
	}
	return elements.map((element) => {
		if (isObject(element) && typeof element.tag === 'string' && element.tag !== '') return element;
		throw new InputError(`${what} has an element without a tag`, fix);
	});
}

function idsIn(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [];
	const inside = partsOf(value).flatMap(([, part]) => idsIn(part));
	return 'tag' in value && 'element_id' in value ? [value.element_id, ...inside] : inside;
}

function checkElementIds({ header, body }: JsonObject): void {
	const seen = new Set<unknown>();
	for (const id of idsIn([header, body])) {
		if (typeof id !== 'string' || !isElementId(id)) {
			throw new InputError(
				`Card has the element_id ${JSON.stringify(id)}`,
				'Use up to 20 letters, digits and underscores, with a letter first.',
			);
		}
		if (seen.has(id)) {
			throw new InputError(
				`Card has the element_id "${id}" twice`,
				'Give each element an ID of its own.',
			);
		}
		seen.add(id);
	}
}
