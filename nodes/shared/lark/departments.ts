import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT_OR_USER, USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Departments of the company (contact-v3/department). */

const ANY = [
	'contact:contact.base:readonly',
	'contact:contact:access_as_app',
	'contact:contact:readonly',
	'contact:contact:readonly_as_app',
];

const WITHIN = [
	'contact:contact.base:readonly',
	'contact:department.organize:readonly',
	'contact:contact:access_as_app',
	'contact:contact:readonly',
	'contact:contact:readonly_as_app',
];

export const getDepartment = endpoint<Client['contact']['v3']['department']['get']>(
	'GET',
	'/open-apis/contact/v3/departments/:department_id',
	{ tokens: BOT_OR_USER, scopes: ANY, doc: 'contact-v3/department/get' },
);

export const batchGetDepartments = endpoint<Client['contact']['v3']['department']['batch']>(
	'GET',
	'/open-apis/contact/v3/departments/batch',
	{
		tokens: BOT_OR_USER,
		scopes: ['contact:contact.base:readonly'],
		doc: 'contact-v3/department/batch',
	},
);

export const listChildDepartments = endpoint<Client['contact']['v3']['department']['children']>(
	'GET',
	'/open-apis/contact/v3/departments/:department_id/children',
	{ tokens: BOT_OR_USER, scopes: WITHIN, doc: 'contact-v3/department/children' },
);

export const listParentDepartments = endpoint<Client['contact']['v3']['department']['parent']>(
	'GET',
	'/open-apis/contact/v3/departments/parent',
	{ tokens: BOT_OR_USER, scopes: WITHIN, doc: 'contact-v3/department/parent' },
);

export const searchDepartments = endpoint<Client['contact']['v3']['department']['search']>(
	'POST',
	'/open-apis/contact/v3/departments/search',
	{
		tokens: USER,
		scopes: [
			'contact:contact.base:readonly',
			'search:department:read',
			'contact:contact:access_as_app',
			'contact:contact:readonly_as_app',
		],
		repeat: 'always',
		doc: 'contact-v3/department/search',
	},
);
