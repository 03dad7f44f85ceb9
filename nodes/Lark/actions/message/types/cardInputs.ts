import type { IDataObject } from 'n8n-workflow';

import { hasSeveralAnswers, type CardInput } from '../../../../shared/content/cardInput';
import type { CardChoice } from '../../../../shared/content/elements/choices';
import { isObject } from '../../../../shared/objects';
import { isNothing, readBoolean, readStrings, readText } from '../../../../shared/values';
import type { OperationItem } from '../../../fields/item';
import { openIdsOf } from '../../../fields/openIds';

/** The rows of a collection that stands in a row of another one. */
function rowsIn(collection: unknown, name: string): IDataObject[] {
	const rows = isObject(collection) ? collection[name] : undefined;
	return Array.isArray(rows) ? (rows as unknown[]).filter(isObject) : [];
}

/**
 * Reads the choices of a list or menu. A text that is a list gives several choices.
 *
 * @param where as the editor shows the list
 * @throws InputError for an object, or values that are not as many as the texts
 */
export function readChoicesIn(where: string, collection: unknown): CardChoice[] {
	return rowsIn(collection, 'choice').flatMap(({ text, value }: Record<string, unknown>, index) => {
		const choice = `choice ${index + 1} of ${where}`;
		const texts = Array.isArray(text)
			? readStrings(`Text of ${choice}`, text)
			: [readText(`Text of ${choice}`, text)];
		const values = Array.isArray(value) ? readStrings(`Value of ${choice}`, value) : [value];
		return texts.map((one, place) => {
			const own = values.length === 1 && texts.length > 1 ? undefined : values[place];
			return { text: one, value: isNothing(own) ? one : readText(`Value of ${choice}`, own) };
		});
	});
}

/** A password has no default, and a checkbox has a switch. */
async function readDefaults(
	item: OperationItem,
	where: string,
	{ type, defaultValue }: Record<string, unknown>,
): Promise<string[]> {
	const field = `Default of ${where}`;
	const isPerson = type === 'person' || type === 'people';
	const isList = isPerson || hasSeveralAnswers(String(type)) || Array.isArray(defaultValue);
	const given = isList ? readStrings(field, defaultValue) : [readText(field, defaultValue)];
	const values = given.filter((value) => value !== '');
	return isPerson ? await openIdsOf(item, field, values) : values;
}

/**
 * Reads an input of a card without JSON.
 *
 * @param written makes Markdown of cards of what is written
 * @throws InputError for a value that cannot be used
 */
export async function readCardInput(
	item: OperationItem,
	row: Record<string, unknown>,
	index: number,
	written: (text: string) => string,
): Promise<CardInput> {
	const name = readText(`Name of input ${index + 1}`, row.name).trim();
	const where = name === '' ? `input ${index + 1}` : `input "${name}"`;
	const type = String(row.type ?? 'text');
	const label = readText(`Label of ${where}`, row.label);
	return {
		type,
		name,
		label: type === 'checkbox' ? label : written(label),
		placeholder: readText(`Placeholder of ${where}`, row.placeholder),
		isRequired: readBoolean(`Required of ${where}`, row.required),
		isInForm: row.sends !== 'atOnce' || hasSeveralAnswers(type),
		defaults: await readDefaults(item, where, row),
		isChecked: readBoolean(`Checked of ${where}`, row.checked),
		choices: readChoicesIn(where, row.choices),
		people: await openIdsOf(
			item,
			`People of ${where}`,
			readStrings(`People of ${where}`, row.people),
		),
	};
}
