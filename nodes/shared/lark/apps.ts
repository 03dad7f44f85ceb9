import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT, BOT_OR_USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** What an app reads and changes of its own set-up (application-v6, application-v7). */

const CHANGES = {
	tokens: BOT_OR_USER,
	scopes: ['application:application:patch'],
	rate: { perMinute: 100 },
};

type V6 = Client['application']['v6'];
type V7 = Client['application']['v7'];

export const getApplication = endpoint<V6['application']['get']>(
	'GET',
	'/open-apis/application/v6/applications/:app_id',
	{
		tokens: BOT,
		scopes: ['application:application:self_manage', 'admin:app.info:readonly'],
		rate: { perSecond: 50 },
		doc: 'application-v6/application/get-application',
	},
);

export const getAppVersion = endpoint<V6['applicationAppVersion']['get']>(
	'GET',
	'/open-apis/application/v6/applications/:app_id/app_versions/:version_id',
	{
		tokens: BOT,
		scopes: ['application:application:self_manage', 'application:application.app_version:readonly'],
		rate: { perMinute: 100 },
		doc: 'application-v6/application/get-application-app_version',
	},
);

export const listScopes = endpoint<V6['scope']['list']>('GET', '/open-apis/application/v6/scopes', {
	tokens: BOT,
	scopes: [],
	doc: 'application-v6/scope/list',
});

export const getContactsRange = endpoint<V6['application']['contactsRangeConfiguration']>(
	'GET',
	'/open-apis/application/v6/applications/:app_id/contacts_range_configuration',
	{
		tokens: BOT,
		scopes: ['admin:app.info:readonly'],
		rate: { perMinute: 100 },
		doc: 'application-v6/uATN1EjLwUTNx4CM1UTM/contacts_range_configuration',
	},
);

export const countConnections = endpoint<Client['event']['v1']['connection']['get']>(
	'GET',
	'/open-apis/event/v1/connection',
	{ tokens: BOT, scopes: [], doc: 'node-sdk, event.v1.connection.get' },
);

export const changeAppConfig = endpoint<V7['applicationConfig']['patch']>(
	'PATCH',
	'/open-apis/application/v7/applications/:app_id/config',
	{ ...CHANGES, repeat: 'always', doc: 'application-v6/application/patch-application-config' },
);

export const changeAppAbility = endpoint<V7['applicationAbility']['patch']>(
	'PATCH',
	'/open-apis/application/v7/applications/:app_id/ability',
	{ ...CHANGES, repeat: 'always', doc: 'application-v6/application/patch-application-ability' },
);

export const publishApp = endpoint<V7['applicationPublish']['create']>(
	'POST',
	'/open-apis/application/v7/applications/:app_id/publish',
	{
		...CHANGES,
		rate: { perMinute: 20 },
		doc: 'application-v6/application/create-application-publish',
	},
);
