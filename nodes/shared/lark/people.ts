import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT, BOT_OR_USER, USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** People of the company (contact-v3/user). */

export const getUser = endpoint<Client['contact']['v3']['user']['get']>(
	'GET',
	'/open-apis/contact/v3/users/:user_id',
	{
		tokens: BOT_OR_USER,
		scopes: [
			'contact:contact.base:readonly',
			'contact:contact:access_as_app',
			'contact:contact:readonly',
			'contact:contact:readonly_as_app',
		],
		doc: 'contact-v3/user/get',
	},
);

export const batchGetUserIds = endpoint<Client['contact']['v3']['user']['batchGetId']>(
	'POST',
	'/open-apis/contact/v3/users/batch_get_id',
	{
		tokens: BOT,
		scopes: ['contact:user.id:readonly'],
		repeat: 'always',
		doc: 'contact-v3/user/batch_get_id',
	},
);

export const findUsersByDepartment = endpoint<Client['contact']['v3']['user']['findByDepartment']>(
	'GET',
	'/open-apis/contact/v3/users/find_by_department',
	{
		tokens: BOT_OR_USER,
		scopes: [
			'contact:contact.base:readonly',
			'contact:department.organize:readonly',
			'contact:contact:access_as_app',
			'contact:contact:readonly',
			'contact:contact:readonly_as_app',
		],
		doc: 'contact-v3/user/find_by_department',
	},
);

export const basicBatchUsers = endpoint<Client['contact']['v3']['user']['basicBatch']>(
	'POST',
	'/open-apis/contact/v3/users/basic_batch',
	{
		tokens: BOT_OR_USER,
		scopes: ['contact:user.basic_profile:readonly'],
		repeat: 'always',
		rate: { perSecond: 5 },
		doc: 'contact-v3/user/basic_batch',
	},
);

export const batchGetUsers = endpoint<Client['contact']['v3']['user']['batch']>(
	'GET',
	'/open-apis/contact/v3/users/batch',
	{
		tokens: BOT_OR_USER,
		scopes: ['contact:contact.base:readonly'],
		doc: 'contact-v3/user/batch',
	},
);

/** Whom a search finds. */
interface FoundUser {
	name?: string;
	open_id?: string;
	user_id?: string;
	department_ids?: string[];
	avatar?: Record<string, string>;
}

/** The SDK does not have it; typed by its page. */
type SearchUsers = (payload?: {
	params: { query: string; page_size?: number; page_token?: string };
}) => Promise<{ data?: { users?: FoundUser[]; has_more?: boolean; page_token?: string } }>;

export const searchUsers = endpoint<SearchUsers>('GET', '/open-apis/search/v1/user', {
	tokens: USER,
	scopes: ['contact:user:search'],
	doc: 'contact-v3/user/uMTM4UjLzEDO14yMxgTN',
});
