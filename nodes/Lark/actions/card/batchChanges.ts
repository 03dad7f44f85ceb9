import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { withElementIds } from '../../../shared/content/cardEntity';
import { readObject, type JsonObject } from '../../../shared/content/json';
import { InputError } from '../../../shared/inputError';
import { isNothing, readChoice, readStrings, readText } from '../../../shared/values';
import { checkElementId, elementPosition } from '../../fields/cardEntity';
import type { Field } from '../../fields/field';
import { shownFor } from '../../fields/shownFor';

const ACTIONS = [
	{ name: 'Add Text', value: 'add', description: 'A new text element' },
	{ name: 'Delete Elements', value: 'delete', description: 'With everything in them' },
	{ name: 'Other Action', value: 'json', description: 'Any action of Lark, as JSON' },
	{ name: 'Update Settings', value: 'settings', description: 'Streaming mode and preview' },
	{ name: 'Update Text', value: 'text', description: 'The whole text of a text element' },
];

const STREAMING = [
	{ name: 'Leave as It Is', value: 'keep' },
	{ name: 'Turn Off', value: 'off' },
	{ name: 'Turn On', value: 'on' },
];

const POSITIONS = elementPosition.property.options as typeof STREAMING;

const action = (name: string, property: INodeProperties) =>
	shownFor({ action: [name] }, [property]);

const values: INodeProperties[] = [
	{
		displayName: 'Action',
		name: 'action',
		type: 'options',
		options: ACTIONS,
		default: 'text',
	},
	...action('text', {
		displayName: 'Element ID',
		name: 'elementId',
		type: 'string',
		default: '',
		placeholder: 'e.g. body',
		description: 'The element_id of the text in the card',
	}),
	...action('delete', {
		displayName: 'Element IDs',
		name: 'elementIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. status, buttons',
		description: 'The element_id of each element, with commas between them',
	}),
	...action('add', { ...elementPosition.property, noDataExpression: undefined }),
	...shownFor({ action: ['add'], position: ['insert_after', 'insert_before'] }, [
		{
			displayName: 'Target Element ID',
			name: 'targetElementId',
			type: 'string',
			default: '',
			placeholder: 'e.g. body',
			description: 'The element_id of the element beside which the text stands',
		},
	]),
	...shownFor({ action: ['add', 'text'] }, [
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. **Done** at 10:42',
			description: 'In Markdown',
		},
	]),
	...action('add', {
		displayName: 'New Element ID',
		name: 'newElementId',
		type: 'string',
		default: '',
		placeholder: 'e.g. status',
		description: 'By which the text can be changed later',
	}),
	...action('settings', {
		displayName: 'Streaming Mode',
		name: 'streamingMode',
		type: 'options',
		options: STREAMING,
		default: 'off',
	}),
	...action('settings', {
		displayName: 'Preview',
		name: 'summary',
		type: 'string',
		default: '',
		placeholder: 'e.g. The deploy is done',
		description: 'What the list of chats shows of the card',
	}),
	...action('json', {
		displayName: 'Action JSON',
		name: 'json',
		type: 'json',
		default: '{\n  "action": "update_element",\n  "params": {}\n}',
		description: 'Action and params, as in the documentation of Lark',
	}),
];

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
		const mode = readChoice(`Streaming Mode of ${where}`, streamingMode, STREAMING);
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
		options: [{ displayName: 'Change', name: 'change', values }],
	},
	read(item) {
		const rows = item.rows('changes.change');
		if (rows.length === 0) {
			throw new InputError('Changes is empty', 'Add at least one change.');
		}
		return rows.map((row, index) => {
			const where = `change ${index + 1}`;
			const chosen = readChoice(`Action of ${where}`, row.action ?? 'text', ACTIONS);
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
