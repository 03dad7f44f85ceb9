import type { INodeProperties } from 'n8n-workflow';

import { cardContent, templateContent } from '../../../../shared/content/card';
import type { MessageContent } from '../../../../shared/content/message';
import { readText } from '../../../../shared/values';
import { cardEntityId } from '../../../fields/cardEntity';
import type { OperationItem } from '../../../fields/item';
import { shownFor } from '../../../fields/shownFor';
import { readCardForm } from './cardForm';
import { cardFormOptions, cardFormProperties } from './cardFormFields';
import type { MessageType } from './messageType';

const templateProperties: INodeProperties[] = [
	{
		displayName: 'Template ID',
		name: 'templateId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. AAqk1xxxxxxxx',
		description: 'ID of a published card of the Card Builder, which the app may use',
	},
	{
		displayName: 'Variables',
		name: 'templateVariables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Variable',
		options: [
			{
				displayName: 'Variable',
				name: 'variable',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. service',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. checkout',
						description: 'A text, or JSON for a variable that is a list or an object',
					},
				],
			},
		],
	},
];

const templateOptions: INodeProperties[] = [
	{
		displayName: 'Template Version',
		name: 'templateVersion',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1.0.0',
		description: 'Version of the template. The latest one by default.',
	},
];

const jsonProperties: INodeProperties[] = [
	{
		displayName: 'Card JSON',
		name: 'cardJson',
		type: 'json',
		default:
			'{\n  "schema": "2.0",\n  "body": {\n    "elements": [\n      { "tag": "markdown", "content": "" }\n    ]\n  }\n}',
		required: true,
		description: 'Card JSON 1.0 or 2.0, as the Card Builder gives it',
	},
];

/** A way to make a card: what it asks for, and how it is read. */
interface CardSource {
	name: string;
	description: string;
	properties: INodeProperties[];
	options?: INodeProperties[];
	read(item: OperationItem): MessageContent | Promise<MessageContent>;
}

const SOURCES = {
	entity: {
		name: 'Card ID',
		description: 'A card from Card > Create, which can be changed in parts later. It is sent once.',
		properties: [cardEntityId.property],
		read: (item) => cardContent({ type: 'card', data: { card_id: cardEntityId.read(item) } }),
	},
	form: {
		name: 'Define Below',
		description: 'Title, text, fields, inputs and buttons that you fill in here',
		properties: cardFormProperties,
		options: cardFormOptions,
		read: readCardForm,
	},
	json: {
		name: 'JSON',
		description: 'The JSON of a card, as the Card Builder gives it',
		properties: jsonProperties,
		read: (item) => cardContent(item.value('cardJson')),
	},
	template: {
		name: 'Template',
		description: 'A published card of the Card Builder, with values for its variables',
		properties: templateProperties,
		options: templateOptions,
		read: (item) =>
			templateContent(
				item.string('templateId'),
				item.string('options.templateVersion'),
				item.rows('templateVariables.variable').map(({ name, value }) => ({
					name: readText('Name of a variable', name),
					value: value ?? '',
				})),
			),
	},
} satisfies Record<string, CardSource>;

/** A card as a message, which is one message. */
export interface CardType extends MessageType {
	options: INodeProperties[];
	read(item: OperationItem): Promise<MessageContent>;
}

/** Makes the message type of a card that is made in one of these ways. */
export function cardTypeOf(names: Array<keyof typeof SOURCES>): CardType {
	const sources = names.map((name): [string, CardSource] => [name, SOURCES[name]]);
	return {
		name: 'Card',
		value: 'interactive',
		description: 'A message with a title, fields, buttons and more',
		properties: [
			{
				displayName: 'Card From',
				name: 'cardSource',
				type: 'options',
				noDataExpression: true,
				options: sources.map(([value, { name, description }]) => ({ name, value, description })),
				default: 'form',
				description: 'How the card is made',
			},
			...sources.flatMap(([source, { properties }]) =>
				shownFor({ cardSource: [source] }, properties),
			),
		],
		options: sources.flatMap(([source, { options = [] }]) =>
			shownFor({ '/cardSource': [source] }, options),
		),
		async read(item) {
			return await Object.fromEntries(sources)[item.string('cardSource')].read(item);
		},
	};
}

/** A card that is made where it is used. */
export const cardType = cardTypeOf(['form', 'json', 'template']);

/** A card that is sent. */
export const sentCardType = cardTypeOf(['entity', 'form', 'json', 'template']);
