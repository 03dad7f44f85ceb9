import type { Client } from '@larksuiteoapi/node-sdk';
import type { IDataObject } from 'n8n-workflow';

import type { LarkRequest } from '../../../shared/transport/endpoint';
import { readText } from '../common/strings';
import { nameProperty, settingProperties, updateOnlyProperties } from './settings';

type ChatMethods = Client['im']['v1']['chat'];

/** Fits both endpoints that take settings. */
type Settings = LarkRequest<ChatMethods['create']>['body'] &
	LarkRequest<ChatMethods['update']>['body'];

const labels = new Map(
	[nameProperty, ...settingProperties, ...updateOnlyProperties].map((property) => [
		property.name,
		property.displayName,
	]),
);

const isGiven = ([, value]: [string, unknown]) => value !== undefined && value !== null;

/** A fixedCollection keeps its fields one level down, and leaves empty what was not filled in. */
function unwrap(field: unknown): IDataObject | undefined {
	const { value = {} } = (field ?? {}) as { value?: IDataObject };
	const filled = Object.entries(value).filter((entry) => isGiven(entry) && entry[1] !== '');
	return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

/**
 * Turns a collection of settings into the fields of Lark's request. Fields without a value are left
 * out; an empty text stays, to empty what was there.
 *
 * @throws InputError for a list or an object where a text belongs
 */
export function settingsBody(collection: IDataObject): Settings {
	const { i18n_names, restricted_mode_setting, ...plain } = collection;
	const texts = Object.entries(plain)
		.filter(isGiven)
		.map(([name, value]) => [name, readText(labels.get(name) ?? name, value)]);
	const { add_member_permission } = plain;
	const shared = add_member_permission === 'only_owner' ? 'not_allowed' : 'allowed';
	const body: IDataObject = {
		...Object.fromEntries(texts),
		i18n_names: unwrap(i18n_names),
		restricted_mode_setting: unwrap(restricted_mode_setting),
		share_card_permission: add_member_permission ? shared : undefined,
	};
	return Object.fromEntries(Object.entries(body).filter(isGiven));
}
