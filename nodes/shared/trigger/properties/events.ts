import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { ANY_EVENT, CALLBACKS, CATALOG, CUSTOM_EVENT, MESSAGE_SCOPES } from '../../events/catalog';
import { MESSAGE_RECEIVED } from '../../events/message';

const needOf = ({ scope, value }: (typeof CATALOG)[number]) =>
	scope ? `scope ${scope}` : CALLBACKS.has(value) ? 'a callback' : 'no scope';

/** Most people come for messages: they stand above the rest. */
const rankOf = ({ value }: INodePropertyOptions) => (value === MESSAGE_RECEIVED ? 0 : 1);

/** What `Trigger On` offers. The list shows two lines of each description. */
export const EVENT_OPTIONS: INodePropertyOptions[] = [
	{
		name: 'Any Event',
		value: ANY_EVENT,
		description: 'All events and callbacks that are added in the developer console',
	},
	...CATALOG.map((entry) => ({
		name: entry.name,
		value: entry.value,
		description: `${entry.when} (${needOf(entry)})`,
	})),
	{
		name: 'Other Event',
		value: CUSTOM_EVENT,
		description: 'Events that are not in this list, by their event type',
	},
].sort((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1));

/** Of the tags in a notice, the editor keeps a, ul and li. */
const SETTINGS = {
	callback:
		'Card actions are callbacks: add them in the developer console under "Events & Callbacks > Callback Configuration", and save the request URL or choose the persistent connection there, too.',
	menu: 'Besides the event, the bot menu needs entries: in the developer console under "Bot > Bot Menu", with the response "Push event".',
	preview:
		'Link previews are callbacks: add them in the developer console under "Events & Callbacks > Callback Configuration", and the domains under "Link Preview".',
};

const messageScopes = Object.entries(MESSAGE_SCOPES).map(
	([scope, what]) => `<li>${scope} for ${what}</li>`,
);

const MESSAGE_NEEDS = `Messages need one or more of these scopes:<ul>${messageScopes.join('')}</ul>`;

function needs(text: string, events: string[]): INodeProperties {
	return {
		displayName: text,
		name: `needs_${events[0].replace(/\W/g, '_')}`,
		type: 'notice',
		default: '',
		displayOptions: { show: { events } },
	};
}

const eventsWith = (field: 'scope' | 'setting', value: string) =>
	CATALOG.filter((entry) => entry[field] === value && entry.value !== MESSAGE_RECEIVED);

const scopes = new Set(CATALOG.flatMap(({ scope }) => scope ?? []));

/** What the chosen events need in the developer console: one notice for those that need the same. */
export const eventNeeds: INodeProperties[] = [
	needs(MESSAGE_NEEDS, [MESSAGE_RECEIVED]),
	...[...scopes].flatMap((scope) => {
		const entries = eventsWith('scope', scope);
		const names = entries.map(({ name }) => name).join(', ');
		const events = entries.map(({ value }) => value);
		return events.length > 0 ? [needs(`${names}: needs the scope ${scope}`, events)] : [];
	}),
	...Object.entries(SETTINGS).map(([setting, text]) =>
		needs(
			text,
			eventsWith('setting', setting).map(({ value }) => value),
		),
	),
];
