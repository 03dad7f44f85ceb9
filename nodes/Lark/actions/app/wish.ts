import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import { choiceField, switchOption, textOption } from '../../fields/field';
import type { ItemParameters } from '../../fields/item';
import { purposeField } from './fields';
import type { Wish } from './plan';

const MAX_REMARK = 500;

const mode = choiceField({
	displayName: 'Receive Events By',
	name: 'delivery',
	type: 'options',
	options: [
		{
			name: 'Long Connection',
			value: 'websocket',
			description: 'A published Lark Long Connection Trigger; n8n needs no public address',
		},
		{
			name: 'Webhook',
			value: 'webhook',
			description: 'A published Lark Trigger, which Lark must be able to reach',
		},
	],
	default: 'webhook',
	displayOptions: { hide: { purpose: ['alerts'] } },
	description: 'How events and card actions come to n8n',
});

const requestUrl: INodeProperties = {
	displayName: 'Request URL',
	name: 'requestUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/1a2b3c/webhook',
	displayOptions: { show: { delivery: ['webhook'] }, hide: { purpose: ['alerts'] } },
	description:
		'The Production URL of a published Lark Trigger, which Lark checks at once. Leave it empty to take that of a published Lark Trigger of the app, or to keep the request URL of the app.',
};

const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: true,
	description: 'Whether to only say what would be changed',
};

const publish = switchOption({
	displayName: 'Publish',
	name: 'publish',
	type: 'boolean',
	default: true,
	description:
		'Whether to publish a version with the changes. Where the company wants it, an administrator has to approve the version.',
});

const remark = textOption({
	displayName: 'Remark',
	name: 'remark',
	type: 'string',
	default: '',
	placeholder: 'e.g. Alerts from n8n',
	description: `What an administrator reads who has to approve the version, up to ${MAX_REMARK} characters`,
});

const redirectUrl = textOption({
	displayName: 'OAuth Redirect URL',
	name: 'redirectUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/rest/oauth2-credential/callback',
	description: 'Copied from the credential Lark OAuth2 API, to act as a person',
});

const replace = switchOption({
	displayName: 'Replace the Request URL',
	name: 'replaceRequestUrl',
	type: 'boolean',
	default: false,
	description: 'Whether to replace a request URL that belongs to another server',
});

/** The fields of Set Up beside its purpose. */
export const wishProperties = [mode.property, requestUrl, dryRun];

export const wishOptions = [publish, remark, redirectUrl, replace].map(({ property }) => property);

/** What a run of Set Up is to do, and how far it may go. */
export interface Order extends Wish {
	isDryRun: boolean;
	publishes: boolean;
	remark: string;
}

function readUrl(field: string, text: string): string {
	const url = text.trim();
	if (url === '' || (/^https?:\/\/\S+$/.test(url) && URL.canParse(url))) return url;
	throw new InputError(
		`${field} cannot be "${url}": it is no web address`,
		'It starts with https://, or http:// inside of a private network.',
	);
}

/** @throws InputError for what is no address, a Test URL, or a remark that is too long */
export function readWish(item: ItemParameters): Order {
	const way = mode.read(item);
	const isAsked = purposeField.read(item) !== 'alerts' && way === 'webhook';
	const url = isAsked ? readUrl('Request URL', item.string(requestUrl.name)) : '';
	if (URL.canParse(url) && new URL(url).pathname.includes('/webhook-test/')) {
		throw new InputError(
			'Request URL is a Test URL, which works only while n8n listens',
			'Copy the Production URL of the Lark Trigger.',
		);
	}
	const said = remark.read(item).trim();
	if (said.length > MAX_REMARK) {
		throw new InputError(
			`Remark has ${said.length} characters, Lark takes at most ${MAX_REMARK}`,
			'Shorten it.',
		);
	}
	return {
		mode: way,
		requestUrl: url,
		redirectUrl: readUrl('OAuth Redirect URL', redirectUrl.read(item)),
		replaces: replace.read(item) ?? false,
		isDryRun: item.boolean('dryRun'),
		publishes: publish.read(item) ?? true,
		remark: said || 'Set up by n8n',
	};
}
