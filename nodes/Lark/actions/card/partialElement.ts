import type { JsonObject } from '../../../shared/content/json';
import { readObject } from '../../../shared/content/json';
import { InputError } from '../../../shared/inputError';
import { isNothing, readBoolean, readText } from '../../../shared/values';
import { optionalElementId } from '../../fields/cardEntity';
import type { Field } from '../../fields/field';
import type { ItemParameters } from '../../fields/item';

const NAME = 'elementProperties';

/** What changes of an element, without JSON where it is frequent. */
export const partialElement: Field<JsonObject> = {
	property: {
		displayName: 'Properties',
		name: NAME,
		type: 'collection',
		placeholder: 'Add Property',
		default: {},
		options: [
			{
				displayName: 'Button Text',
				name: 'buttonText',
				type: 'string',
				default: '',
				placeholder: 'e.g. Approved',
				description: 'What is on a button',
			},
			{
				displayName: 'Disabled',
				name: 'disabled',
				type: 'boolean',
				default: true,
				description: 'Whether a button or an input can no longer be used',
			},
			{
				displayName: 'New Element ID',
				name: 'newElementId',
				type: 'string',
				default: '',
				placeholder: 'e.g. result',
				description: 'By which the element can be changed from then on',
			},
			{
				displayName: 'Other Properties',
				name: 'json',
				type: 'json',
				default: '{}',
				placeholder: 'e.g. { "text_size": "heading" }',
				description: 'Properties of card JSON 2.0. The tag of an element cannot change.',
			},
			{
				displayName: 'Text',
				name: 'content',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				placeholder: 'e.g. **Done** at 10:42',
				description: 'Text of a text element, in Markdown',
			},
		],
	},
	read(item) {
		const partial = readPartial(item);
		if (Object.keys(partial).length > 0) return partial;
		throw new InputError('There is nothing to update', 'Add at least one of the Properties.');
	},
};

function readPartial(item: ItemParameters): JsonObject {
	const { buttonText, disabled, json, content } = item.collection(NAME);
	const label = readText('Button Text', buttonText);
	const text = readText('Text', content);
	const id = optionalElementId(item, `${NAME}.newElementId`, 'New Element ID');
	const other = isNothing(json) ? {} : readObject(json, 'Other Properties');
	return {
		...other,
		...(label !== '' && { text: { tag: 'plain_text', content: label } }),
		...(!isNothing(disabled) && { disabled: readBoolean('Disabled', disabled) }),
		...(id && { element_id: id }),
		...(text !== '' && { content: text }),
	};
}
