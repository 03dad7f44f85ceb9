import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { withElementIds } from '../../../shared/content/cardEntity';
import { readObject, type JsonObject } from '../../../shared/content/json';
import { InputError } from '../../../shared/inputError';
import { isNothing, readChoice, readStrings, readText } from '../../../shared/values';
import { checkElementId, elementPosition } from '../../fields/cardEntity';
import type { Field } from '../../fields/field';
import { BATCH_ACTIONS, batchChangeValues, STREAMING_CHOICES } from './batchChangeFields';

const POSITIONS = elementPosition.property.options as INodePropertyOptions[];

type Reader = (row: IDataObject, where: string) => JsonObject;

const READERS: Record<string, Reader> = {
	add(row, where) {
		const { position = 'append', targetElementId, newElementId } = row;
		const type = readChoice(`Position of ${where}`, position, POSITIONS);
		const target =
			type === 'append' ? undefined : idOf('Target Element ID', targetElementId, where);
		const [element] = named(newElementId, where)([markdown(textOf(row, where))]);
		return {
			action: 'add_elements',
			params: { type, ...(target && { target_element_id: target }), elements: [element] },
		};
	},
	delete({ elementIds }, where) {
		const field = `Element IDs of ${where}`;
		const given = readStrings(field, elementIds);
		const ids = (given.length > 0 ? given : ['']).map((id) => checkElementId(id, field));
		return { action: 'delete_elements', params: { element_ids: ids } };
	},
	json({ json }, where) {
		const given = readObject(json, `Action JSON of ${where}`);
		if (typeof given.action === 'string' && typeof given.params === 'object') return given;
		throw new InputError(
			`Action JSON of ${where} has no action or no params`,
			'Enter JSON such as { "action": "delete_elements", "params": { "element_ids": ["status"] } }.',
		);
	},
	settings({ streamingMode = 'off', summary }, where) {
		const mode = readChoice(`Streaming Mode of ${where}`, streamingMode, STREAMING_CHOICES);
		const preview = readText(`Preview of ${where}`, summary);
		const config = {
			...(mode !== 'keep' && { streaming_mode: mode === 'on' }),
			...(preview !== '' && { summary: { content: preview } }),
		};
		if (Object.keys(config).length === 0) {
			throw new InputError(
				`${where} changes nothing`,
				'Choose a Streaming Mode or enter a Preview.',
			);
		}
		return { action: 'partial_update_setting', params: { settings: { config } } };
	},
	text(row, where) {
		const element_id = idOf('Element ID', row.elementId, where);
		const content = textOf(row, where);
		return {
			action: 'partial_update_element',
			params: { element_id, partial_element: { content } },
		};
	},
};

/** The changes of a batch, in the form of Lark's actions. */
export const batchChanges: Field<JsonObject[]> = {
	property: {
		displayName: 'Changes',
		name: 'changes',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		placeholder: 'Add Change',
		description: 'They are made together, in this order, or not at all',
		options: [{ displayName: 'Change', name: 'change', values: batchChangeValues }],
	},
	read(item) {
		const rows = item.rows('changes.change');
		if (rows.length === 0) {
			throw new InputError('Changes is empty', 'Add at least one change.');
		}
		return rows.map((row, index) => {
			const where = `change ${index + 1}`;
			const chosen = readChoice(`Action of ${where}`, row.action ?? 'text', BATCH_ACTIONS);
			return READERS[String(chosen)](row, where);
		});
	},
};

const markdown = (content: string): JsonObject => ({ tag: 'markdown', content });

const idOf = (field: string, value: unknown, where: string): string => {
	const name = `${field} of ${where}`;
	return checkElementId(readText(name, value), name);
};

function textOf({ text }: IDataObject, where: string): string {
	const given = readText(`Text of ${where}`, text);
	if (given.trim() !== '') return given;
	throw new InputError(`Text of ${where} is empty`, 'Enter a text.');
}

const named = (id: unknown, where: string) => (elements: JsonObject[]) =>
	isNothing(id) ? elements : withElementIds(idOf('New Element ID', id, where), elements);
