import type { IDataObject } from 'n8n-workflow';

import { pickLocale } from '../locale';
import { toList, toObject, toText } from '../../values';

/** Names of people by their ID, as far as Lark gives them. */
export type Names = ReadonlyMap<string, string>;

/** Reads a part of a card: one text for each line that a person sees. */
export type PartReader = (part: IDataObject, names: Names) => string[];

/**
 * Gives a part of a card under the names that card JSON has. In `raw_card_content` the fields are in
 * `property`, under camel-case names.
 *
 * @returns an empty part for what is none
 */
export function toPart(value: unknown): IDataObject {
	const { property, ...part } = toObject(value);
	const fields = { ...part, ...toObject(property) };
	return Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [toSnakeCase(name), field]),
	);
}

/** `displayName` → `display_name`, `userID` → `user_id`. */
const toSnakeCase = (name: string) =>
	name.replace(/[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`);

const isText = (value: unknown): value is string | number => toText(value) !== '';

/** The text of a part itself: as it is written, else in one of its languages. */
export const contentOf = ({ content, i18n_content, i18n }: IDataObject): string =>
	toText(content) || toText(pickLocale(i18n_content, isText)) || toText(pickLocale(i18n, isText));

const isFilled = (value: unknown): value is unknown[] => toList(value).length > 0;

/** The parts inside a part, else those of one of its languages. */
export const elementsOf = ({ elements, i18n_elements }: IDataObject): unknown[] =>
	isFilled(elements) ? elements : (pickLocale(i18n_elements, isFilled) ?? []);
