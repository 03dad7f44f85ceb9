import { isElementId } from '../../shared/content/cardEntity';
import { unusableValue } from '../../shared/inputError';
import { isAccident } from '../../shared/values';
import { choiceField, type Field, type FieldLabels } from './field';

/**
 * A card entity, by its ID.
 *
 * @see cardkit-v1/card/create, card_id: digits, 20 characters at most
 */
export const cardEntityId: Field<string> = {
	property: {
		displayName: 'Card ID',
		name: 'cardId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.card_id }}',
		description: 'The card, by its card_id from Card > Create',
	},
	read(item) {
		const id = item.string('cardId').trim();
		if (/^[A-Za-z0-9]{1,20}$/.test(id) && !isAccident(id)) return id;
		const isMessage = id.startsWith('om_');
		throw unusableValue(
			'Card ID',
			id,
			isMessage ? 'it is the ID of a message' : 'card IDs are numbers of up to 20 digits',
			'Take it from the output of Card > Create: {{ $json.card_id }}.',
		);
	},
};

/**
 * Checks the ID of an element of a card.
 *
 * @param field as the editor shows it
 * @throws InputError when it is no element ID
 */
export function checkElementId(value: string, field: string): string {
	const id = value.trim();
	if (isElementId(id) && !isAccident(id)) return id;
	throw unusableValue(
		field,
		id,
		'element IDs have up to 20 letters, digits and underscores, with a letter first',
		'Enter the element_id that the element has in the card. Cards from Card > Create have body, fields, image, buttons, button and note.',
	);
}

/** An element of a card entity, by its ID. */
export function elementIdField(labels: FieldLabels = {}): Field<string> {
	const property = {
		displayName: 'Element ID',
		name: 'elementId',
		type: 'string' as const,
		default: '',
		required: true,
		placeholder: 'e.g. body',
		description: 'The element_id of the element in the card',
		...labels,
	};
	return {
		property,
		read: (item) => checkElementId(item.string(property.name), property.displayName),
	};
}

/**
 * As `elementIdField`, for one that can be left out.
 *
 * @param name the path of the parameter
 * @returns undefined when it is empty
 */
export function optionalElementId(
	item: Parameters<Field<string>['read']>[0],
	name: string,
	displayName: string,
): string | undefined {
	const id = item.string(name);
	return id.trim() === '' ? undefined : checkElementId(id, displayName);
}

/** Where new elements stand. */
export const elementPosition = choiceField({
	displayName: 'Position',
	name: 'position',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'After an Element', value: 'insert_after' },
		{ name: 'At the End', value: 'append' },
		{ name: 'Before an Element', value: 'insert_before' },
	],
	default: 'append',
});
