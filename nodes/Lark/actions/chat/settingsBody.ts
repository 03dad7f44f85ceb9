import type { Client } from '@larksuiteoapi/node-sdk';
import type { IDataObject, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import type { LarkRequest } from '../../../shared/transport/endpoint';
import { isNothing, readField } from '../../../shared/values';
import { nameProperty, settingProperties, updateOnlyProperties } from './settings';

type ChatMethods = Client['im']['v1']['chat'];

/** Fits both endpoints that take settings. */
type Settings = LarkRequest<ChatMethods['create']>['body'] &
	LarkRequest<ChatMethods['update']>['body'];

const fields = new Map(
	[nameProperty, ...settingProperties, ...updateOnlyProperties].map((property) => [
		property.name,
		property,
	]),
);

const readSetting = (property: INodeProperties | undefined, value: unknown) =>
	property && value !== undefined ? readField(property, value) : value;

const isGiven = ([, value]: [string, unknown]) => value !== undefined && value !== null;

/** A fixedCollection keeps its fields one level down, and leaves empty what was not filled in. */
function unwrap(name: string, field: unknown): IDataObject | undefined {
	const { value = {} } = (field ?? {}) as { value?: IDataObject };
	const [group] = (fields.get(name)?.options ?? []) as INodePropertyCollection[];
	const filled = group.values
		.map((property) => [property.name, readSetting(property, value[property.name])])
		.filter(([, read]) => !isNothing(read));
	return filled.length > 0 ? (Object.fromEntries(filled) as IDataObject) : undefined;
}

/**
 * Turns a collection of settings into the fields of Lark's request. Fields without a value are left
 * out; an empty text stays, to empty what was there.
 *
 * @throws InputError for what is not of the kind of its field
 */
export function settingsBody(collection: IDataObject): Settings {
	const { i18n_names, restricted_mode_setting, ...plain } = collection;
	const read = Object.fromEntries(
		Object.entries(plain)
			.filter(isGiven)
			.map(([name, value]) => [name, readSetting(fields.get(name), value)]),
	) as IDataObject;
	const { add_member_permission } = read;
	const shared = add_member_permission === 'only_owner' ? 'not_allowed' : 'allowed';
	const body: IDataObject = {
		...read,
		i18n_names: unwrap('i18n_names', i18n_names),
		restricted_mode_setting: unwrap('restricted_mode_setting', restricted_mode_setting),
		share_card_permission: add_member_permission ? shared : undefined,
	};
	return Object.fromEntries(Object.entries(body).filter(isGiven));
}
