import type { INodeProperties } from 'n8n-workflow';

import { withElementIds } from '../../../shared/content/cardEntity';
import { addCardElements } from '../../../shared/lark/cardEntities';
import {
	cardEntityId,
	elementIdField,
	elementPosition,
	optionalElementId,
} from '../../fields/cardEntity';
import { optionsCollection } from '../../fields/options';
import { shownFor } from '../../fields/shownFor';
import type { Operation } from '../operation';
import { changeOf } from './cardChange';
import { elementOptions, elementProperties, readElementForm } from './elementForm';

const target = elementIdField({
	displayName: 'Target Element ID',
	name: 'targetElementId',
	description: 'The element_id of the element beside which the new one stands',
});

const container: INodeProperties = {
	...target.property,
	displayName: 'Container ID',
	name: 'containerId',
	required: false,
	placeholder: 'e.g. details',
	description:
		'The element_id of a form, panel or column at whose end the new element stands. The end of the card when empty.',
};

const newId: INodeProperties = {
	...target.property,
	displayName: 'New Element ID',
	name: 'newElementId',
	required: false,
	placeholder: 'e.g. status',
	description:
		'By which the element can be changed later. Of several elements, the second gets _2.',
};

export const cardAddElement: Operation = {
	name: 'Add Element',
	value: 'addElement',
	action: 'Add an element to a card',
	description: 'Add text, fields, buttons, an image or any other element to a Lark card',
	endpoints: [addCardElements],
	lanes: [cardEntityId],
	properties: [
		cardEntityId.property,
		elementPosition.property,
		...shownFor({ position: ['insert_after', 'insert_before'] }, [target.property]),
		...shownFor({ position: ['append'] }, [container]),
		...elementProperties,
		newId,
		optionsCollection(elementOptions),
	],

	async execute(item) {
		const type = elementPosition.read(item);
		const place = type === 'append' ? undefined : target.read(item);
		const target_element_id = place ?? optionalElementId(item, container.name, 'Container ID');
		const id = optionalElementId(item, newId.name, newId.displayName);
		const added = await readElementForm(item);
		const elements = JSON.stringify(id ? withElementIds(id, added) : added);
		const body = { type, ...(target_element_id && { target_element_id }), elements };
		return await changeOf(item, body, async (card_id, { sequence, uuid }) => {
			const request = { path: { card_id }, body: { ...body, sequence }, uuid };
			return await item.lark.call(addCardElements, request);
		});
	},
};
