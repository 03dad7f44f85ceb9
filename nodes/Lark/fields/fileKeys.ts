import type { INodeProperties } from 'n8n-workflow';

import { checkKey } from '../../shared/content/key';
import { InputError } from '../../shared/inputError';
import type { Field, FieldLabels } from './field';

/** Fields that more than one operation on files has. */

export const inputFieldProperty: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the input field containing the file',
};

/** The name of the binary field that a file is put in. */
export const outputField: Field<string> = {
	property: {
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the output field that the file is put in',
	},
	read(item) {
		const field = item.string('binaryPropertyName').trim();
		if (field !== '') return field;
		throw new InputError(
			'Put Output File in Field is empty',
			'Enter the name of a field, such as data.',
		);
	},
};

/**
 * The key of something that was uploaded.
 *
 * @param fix where to take the key from
 */
const keyField = (
	kind: 'file_key' | 'image_key',
	property: INodeProperties,
	fix?: string,
): Field<string> => ({
	property,
	read: (item) => checkKey(kind, item.string(property.name), property.displayName, fix),
});

/** The key of a file, recording or video. */
export const fileKeyField = (labels: FieldLabels, fix?: string): Field<string> =>
	keyField(
		'file_key',
		{
			displayName: 'File Key',
			name: 'fileKey',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. file_v3_00a1_75235e0c-4f92-430a',
			...labels,
		},
		fix,
	);

/** The key of an image. */
export const imageKeyField = (labels: FieldLabels): Field<string> =>
	keyField('image_key', {
		displayName: 'Image Key',
		name: 'imageKey',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. img_v3_02ab_7ea74629-9191-4176',
		...labels,
	});
