import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import { readText } from '../../../shared/values';
import type { ItemParameters } from '../../fields/item';
import { checkLink } from '../../fields/link';

/** im-v2/app_feed_card/create, buttons: how many there are, and the longest text and address. */
const MAX_BUTTONS = 2;
const MAX_TEXT = 30;
const MAX_LINK = 700;

type ActionType = 'url_page' | 'webhook';
type ButtonType = 'default' | 'primary' | 'success';

const values: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Approve',
		description: `Up to ${MAX_TEXT} characters`,
	},
	{
		displayName: 'When Pressed',
		name: 'action_type',
		type: 'options',
		options: [
			{ name: 'Call the App', value: 'webhook', description: 'Lark sends the app a callback' },
			{ name: 'Open a Link', value: 'url_page' },
		],
		default: 'url_page',
		description: 'What a press of the button does',
	},
	{
		displayName: 'Link',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/approvals',
		description: 'Address that opens, with https',
		displayOptions: { show: { action_type: ['url_page'] } },
	},
	{
		displayName: 'Values',
		name: 'actionValues',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Value',
		description: 'What comes with the callback, by name',
		displayOptions: { show: { action_type: ['webhook'] } },
		options: [
			{
				displayName: 'Value',
				name: 'variable',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. request',
					},
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	},
	{
		displayName: 'Style',
		name: 'button_type',
		type: 'options',
		options: [
			{ name: 'Default', value: 'default' },
			{ name: 'Primary', value: 'primary' },
			{ name: 'Success', value: 'success' },
		],
		default: 'default',
	},
];

/** Buttons in a message list: on a feed card, or on a chat. */
export const feedButtonsProperty: INodeProperties = {
	displayName: 'Buttons',
	name: 'feedButtons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	placeholder: 'Add Button',
	description: `Up to ${MAX_BUTTONS} buttons. They replace all that are there; without any, these go.`,
	options: [{ displayName: 'Button', name: 'button', values }],
};

function buttonText(value: unknown, field: string): string {
	const text = readText(field, value).trim();
	const length = [...text].length;
	if (length > 0 && length <= MAX_TEXT) return text;
	throw new InputError(
		length === 0
			? `${field} is empty`
			: `${field} has ${length} characters, Lark takes at most ${MAX_TEXT}`,
		'Enter what stands on the button.',
	);
}

function buttonLink(value: unknown, field: string): string {
	const link = checkLink(readText(field, value), field, ['https']);
	if (link.length <= MAX_LINK) return link;
	throw new InputError(
		`${field} has ${link.length} characters, Lark takes at most ${MAX_LINK}`,
		'Use a shorter address.',
	);
}

/** The named values of a button that calls the app. */
function actionMap(given: unknown, where: string): Record<string, string> {
	const rows = [((given ?? {}) as IDataObject).variable ?? []].flat() as IDataObject[];
	const entries = rows.map(({ name, value }) => {
		const key = readText(`Name of a value of ${where}`, name).trim();
		if (key === '') throw new InputError(`A value of ${where} has no Name`, 'Enter its name.');
		return [key, readText(`Value ${key} of ${where}`, value)] as const;
	});
	return Object.fromEntries(entries);
}

function readButton(row: IDataObject, index: number) {
	const where = `Button ${index + 1}`;
	const action_type = (row.action_type ?? 'url_page') as ActionType;
	return {
		text: { text: buttonText(row.text, `Text of ${where}`) },
		action_type,
		button_type: (row.button_type ?? 'default') as ButtonType,
		...(action_type === 'url_page'
			? { multi_url: { url: buttonLink(row.url, `Link of ${where}`) } }
			: { action_map: actionMap(row.actionValues, where) }),
	};
}

/**
 * Reads the buttons of a message list.
 *
 * @param path of the collection
 * @throws InputError for too many, or for one that Lark would refuse
 * @see im-v2/app_feed_card/create, buttons
 */
export function readFeedButtons(item: ItemParameters, path = 'feedButtons') {
	const rows = item.rows(`${path}.button`);
	if (rows.length <= MAX_BUTTONS) return { buttons: rows.map(readButton) };
	throw new InputError(
		`Buttons has ${rows.length} entries, Lark takes at most ${MAX_BUTTONS}`,
		'Leave some out.',
	);
}
