import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT, BOT_OR_USER } from '../transport/actAs';
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
