import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldType, QuestionField } from '../../../../shared/decision/question';
import { InputError } from '../../../../shared/inputError';
import { readText } from '../../../../shared/values';
import type { ItemParameters } from '../../../fields/item';
import { checkLabel, readOptions } from './choice';
import { readDefault } from './formDefaults';

const TYPES: Array<{ name: string; value: FieldType }> = [
	{ name: 'Checkboxes', value: 'checkbox' },
	{ name: 'Date', value: 'date' },
	{ name: 'Dropdown', value: 'dropdown' },
	{ name: 'Email', value: 'email' },
	{ name: 'Multi-Select', value: 'multiSelect' },
	{ name: 'Number', value: 'number' },
	{ name: 'Person', value: 'person' },
	{ name: 'Text Input', value: 'text' },
	{ name: 'Textarea', value: 'textarea' },
	{ name: 'Time', value: 'time' },
];

const LISTS: FieldType[] = ['checkbox', 'dropdown', 'multiSelect'];

const values: INodeProperties[] = [
	{
		displayName: 'Label',
		name: 'fieldLabel',
		type: 'string',
		default: '',
		placeholder: 'e.g. What is your name?',
		description: 'Label that appears above the input field',
	},
	{
		displayName: 'Element Type',
		name: 'fieldType',
		type: 'options',
		default: 'text',
		description: 'The type of field to add to the form',
		options: TYPES,
	},
	{
		displayName: 'Custom Field Name',
		name: 'fieldName',
		type: 'string',
		default: '',
		description: 'The name of the field in the output. The label by default.',
	},
	{
		displayName: 'Placeholder',
		name: 'placeholder',
		type: 'string',
		default: '',
		description: 'Sample text to display inside the field',
		displayOptions: { hide: { fieldType: ['checkbox'] } },
	},
	{
		displayName: 'Field Options',
		name: 'fieldOptions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: { values: [{ option: '' }] },
		placeholder: 'Add Field Option',
		description: 'List of options that can be selected',
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [{ displayName: 'Option', name: 'option', type: 'string', default: '' }],
			},
		],
		displayOptions: { show: { fieldType: LISTS } },
	},
	{
		displayName: 'Default Value',
		name: 'defaultValue',
		type: 'string',
		default: '',
		description:
			'What is filled in at first: a date as 2026-01-31, a time as 09:30, several options separated by commas',
		displayOptions: { hide: { fieldType: ['person'] } },
	},
	{
		displayName: 'Required Field',
		name: 'requiredField',
		type: 'boolean',
		default: false,
		description: 'Whether to require the user to enter a value for this field before submitting',
	},
];

/** The fields of a form; the names are those of n8n's own forms. */
export const formFieldsProperty: INodeProperties = {
	displayName: 'Form Elements',
	name: 'formFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	placeholder: 'Add Form Element',
	options: [{ displayName: 'Values', name: 'values', values }],
};

/** Keys of the output that say who has answered and when, and whom they have chosen. */
const OWN_KEYS = ['respondedAt', 'responder', 'people', 'message_id', 'chat_id', 'chatInput'];

const MAX_FIELDS = 50;

function readField(row: IDataObject, index: number): QuestionField {
	const label = readText('Label', row.fieldLabel).trim();
	const where = `Form element ${index + 1}`;
	if (label === '') throw new InputError(`Label of ${where} is empty`, 'Enter what to fill in.');
	const key = readText('Custom Field Name', row.fieldName).trim() || label;
	if (OWN_KEYS.includes(key)) {
		throw new InputError(
			`${where} cannot be named "${key}": the output has a field of this name already`,
			'Choose another Label, or enter a Custom Field Name.',
		);
	}
	const type = (row.fieldType ?? 'text') as FieldType;
	const { values: options = [] } = (row.fieldOptions ?? {}) as { values?: IDataObject[] };
	const choices = LISTS.includes(type) ? readOptions(`Field Options of "${label}"`, options) : [];
	return {
		key,
		label,
		type,
		required: row.requiredField === true,
		placeholder: checkLabel(`Placeholder of "${label}"`, readText('Placeholder', row.placeholder)),
		defaultValue: readDefault(type, label, row.defaultValue, choices),
		choices,
	};
}

/**
 * Reads the fields of a form.
 *
 * @throws InputError when there are none or too many, or one cannot be used
 */
export function readFormFields(item: ItemParameters): QuestionField[] {
	const fields = item.rows('formFields.values').map(readField);
	if (fields.length === 0) {
		throw new InputError('Form Elements is empty', 'Add what people fill in.');
	}
	if (fields.length > MAX_FIELDS) {
		throw new InputError(
			`Form Elements has ${fields.length} entries, of at most ${MAX_FIELDS}`,
			'Ask in several steps.',
		);
	}
	const twice = fields.find(({ key }, index) => fields.findIndex((f) => f.key === key) !== index);
	if (!twice) return fields;
	throw new InputError(
		`Form Elements has "${twice.key}" twice`,
		'Give each element a Label or a Custom Field Name of its own.',
	);
}
