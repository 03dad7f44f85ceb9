import type { INodeProperties } from 'n8n-workflow';

import { checkKey } from '../../../shared/content/key';
import { InputError, unusableValue } from '../../../shared/inputError';
import { isAccident } from '../../../shared/values';
import type { Field } from '../../fields/field';
import type { ItemParameters } from '../../fields/item';
import { checkLink } from '../../fields/link';

/** How many people one request takes (im-v2/app_feed_card/create, user_ids). */
export const MAX_CARDS = 20;

/** The longest texts (im-v2/app_feed_card/create). */
const MAX_LENGTH = { Title: 60, Preview: 120 };

export const cardTitleProperty: INodeProperties = {
	displayName: 'Title',
	name: 'feedTitle',
	type: 'string',
	default: '',
	placeholder: 'e.g. 3 approvals are waiting',
	description: `One line of up to ${MAX_LENGTH.Title} characters`,
};

export const cardLinkProperty: INodeProperties = {
	displayName: 'Link',
	name: 'feedLink',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/approvals',
	description: 'Address that opens with a click, with https',
};

export const cardPreviewProperty: INodeProperties = {
	displayName: 'Preview',
	name: 'feedPreview',
	type: 'string',
	default: '',
	placeholder: 'e.g. The oldest one is from Monday',
	description: `One line below the title, of up to ${MAX_LENGTH.Preview} characters`,
};

export const cardAvatarProperty: INodeProperties = {
	displayName: 'Avatar Image Key',
	name: 'avatar_key',
	type: 'string',
	default: '',
	placeholder: 'e.g. img_v3_02ab_7ea74629-9191-4176',
	description:
		'Picture of the card, by its image_key. File > Upload Image with Image Type Avatar gives one.',
};

export const cardOnTopProperty: INodeProperties = {
	displayName: 'Pin on Top',
	name: 'time_sensitive',
	type: 'boolean',
	default: false,
	description: 'Whether the card stays at the top of the message list for the time being',
};

/** A card, by the ID that Create gives. */
export const bizId: Field<string> = {
	property: {
		displayName: 'Business ID',
		name: 'bizId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.biz_id }}',
		description: 'The card, from the output of Create: biz_id',
	},
	read(item) {
		const id = item.string('bizId').trim();
		if (/^\S{1,200}$/.test(id) && !isAccident(id)) return id;
		throw unusableValue(
			'Business ID',
			id,
			'no ID looks like this',
			'Take it from the output of Feed Card > Create: {{ $json.biz_id }}.',
		);
	},
};

function readLine(item: ItemParameters, name: string, label: keyof typeof MAX_LENGTH): string {
	const text = item.string(name).trim();
	const length = [...text].length;
	if (length > 0 && length <= MAX_LENGTH[label]) return text;
	throw new InputError(
		length === 0
			? `${label} is empty`
			: `${label} has ${length} characters, Lark takes at most ${MAX_LENGTH[label]}`,
		'Enter one short line.',
	);
}

/** Reads the texts, link and picture of a card; each is given by the path of its parameter. */
export const cardParts = {
	title: (item: ItemParameters, name: string) => ({ title: readLine(item, name, 'Title') }),
	preview: (item: ItemParameters, name: string) => ({ preview: readLine(item, name, 'Preview') }),
	link: (item: ItemParameters, name: string) => ({
		link: { link: checkLink(item.string(name), 'Link', ['https']) },
	}),
	avatar: (item: ItemParameters, name: string) => ({
		avatar_key: checkKey('image_key', item.string(name), 'Avatar Image Key'),
	}),
};
