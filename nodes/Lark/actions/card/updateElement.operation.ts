import { InputError } from '../../../shared/inputError';
import { patchCardElement, replaceCardElement } from '../../../shared/lark/cardEntities';
import { cardEntityId, elementIdField } from '../../fields/cardEntity';
import { choiceField } from '../../fields/field';
import type { OperationItem } from '../../fields/item';
import { optionsCollection } from '../../fields/options';
import { shownFor } from '../../fields/shownFor';
import type { Operation } from '../operation';
import { changeOf } from './cardChange';
import { elementOptions, elementProperties, readElementForm } from './elementForm';
import { partialElement } from './partialElement';

const element = elementIdField();

const extent = choiceField({
	displayName: 'Update',
	name: 'extent',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Some Properties', value: 'some', description: 'The others stay as they are' },
		{ name: 'Whole Element', value: 'whole', description: 'Another element takes its place' },
	],
	default: 'some',
});

export const cardUpdateElement: Operation = {
	name: 'Update Element',
	value: 'updateElement',
	action: 'Update an element of a card',
	description:
		'Change some properties of an element of a Lark card, or put another one in its place',
	endpoints: [patchCardElement, replaceCardElement],
	lanes: [cardEntityId],
	properties: [
		cardEntityId.property,
		element.property,
		extent.property,
		...shownFor({ extent: ['some'] }, [partialElement.property]),
		...shownFor({ extent: ['whole'] }, elementProperties),
		optionsCollection(shownFor({ '/extent': ['whole'] }, elementOptions)),
	],

	async execute(item) {
		const element_id = element.read(item);
		return extent.read(item) === 'some'
			? await changeSome(item, element_id)
			: await replace(item, element_id);
	},
};

async function changeSome(item: OperationItem, element_id: string) {
	const partial_element = JSON.stringify(partialElement.read(item));
	const what = { element_id, partial_element };
	return await changeOf(item, what, async (card_id, { sequence, uuid }) => {
		const request = { path: { card_id, element_id }, body: { partial_element, sequence }, uuid };
		return await item.lark.call(patchCardElement, request);
	});
}

async function replace(item: OperationItem, element_id: string) {
	const [first, ...more] = await readElementForm(item);
	if (more.length > 0) {
		throw new InputError(
			`This makes ${more.length + 1} elements, and one can take the place of another`,
			'Use less, or add the rest with Add Element.',
		);
	}
	const json = JSON.stringify({ element_id, ...first });
	return await changeOf(item, { element_id, json }, async (card_id, { sequence, uuid }) => {
		const request = { path: { card_id, element_id }, body: { element: json, sequence }, uuid };
		return await item.lark.call(replaceCardElement, request);
	});
}
