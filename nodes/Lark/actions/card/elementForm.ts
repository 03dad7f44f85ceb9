import type { INodeProperties } from 'n8n-workflow';

import { readElements } from '../../../shared/content/cardEntity';
import { cardFormElements } from '../../../shared/content/cardForm';
import type { JsonObject } from '../../../shared/content/json';
import { InputError } from '../../../shared/inputError';
import { choiceField } from '../../fields/field';
import type { OperationItem } from '../../fields/item';
import { sendAsWritten } from '../../fields/sendAsWritten';
import { shownFor } from '../../fields/shownFor';
import { readCardParts } from '../message/types/cardForm';
import { cardFormOptions, cardFormProperties } from '../message/types/cardFormFields';

const kind = choiceField({
	displayName: 'Element',
	name: 'element',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Buttons', value: 'buttons', description: 'Open a page, or start a workflow' },
		{ name: 'Divider', value: 'divider', description: 'A line across the card' },
		{ name: 'Fields', value: 'fields', description: 'Names with their values, side by side' },
		{ name: 'Image', value: 'image', description: 'An image that the app has uploaded' },
		{ name: 'JSON', value: 'json', description: 'Any element, as the Card Builder gives it' },
		{ name: 'Text', value: 'body', description: 'Text in Markdown' },
	],
	default: 'body',
});

const formField = (name: string): INodeProperties[] =>
	cardFormProperties.filter((property) => property.name === name);

const elementJson: INodeProperties = {
	displayName: 'Element JSON',
	name: 'elementJson',
	type: 'json',
	default: '{\n  "tag": "markdown",\n  "content": ""\n}',
	required: true,
	description: 'An element of card JSON 2.0, or a list of elements',
};

const imageKey: INodeProperties = {
	...cardFormOptions.filter(({ name }) => name === 'cardImageKey')[0],
	name: 'imageKey',
	required: true,
	description: 'Key of an image that this app has uploaded',
};

/** What the user fills in for an element. */
export const elementProperties: INodeProperties[] = [
	kind.property,
	...shownFor({ element: ['body'] }, formField('cardBody')).map((property) => ({
		...property,
		displayName: 'Text',
		required: true,
	})),
	...shownFor({ element: ['buttons'] }, formField('cardButtons')),
	...shownFor({ element: ['fields'] }, formField('cardFields')),
	...shownFor({ element: ['image'] }, [imageKey]),
	...shownFor({ element: ['json'] }, [elementJson]),
];

/** What else an element can have, under Options. */
export const elementOptions: INodeProperties[] = shownFor({ '/element': ['body', 'fields'] }, [
	sendAsWritten.property,
]);

const WHAT = { body: 'Text', fields: 'Fields', buttons: 'Buttons', image: 'Image Key' };

/**
 * Reads the elements that the user has filled in: one, or several for a long text, many fields or a list.
 *
 * @throws InputError for a value that cannot be used, or none
 */
export async function readElementForm(item: OperationItem): Promise<JsonObject[]> {
	const chosen = kind.read(item);
	if (chosen === 'divider') return [{ tag: 'hr' }];
	if (chosen === 'json') return readElements(item.value('elementJson'), 'Element JSON');
	const parts =
		chosen === 'image'
			? { ...(await readCardParts(item, [])), imageKey: item.string('imageKey') }
			: await readCardParts(item, [chosen]);
	const elements = cardFormElements(parts);
	if (elements.length > 0) return elements;
	throw new InputError(`${WHAT[chosen]} is empty`, 'Enter what the element shows.');
}
