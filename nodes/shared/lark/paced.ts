import { BOT, BOT_OR_USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Endpoints that no operation calls, and whose limits differ from the usual ones: API Request keeps to them. */

export const querySessions = endpoint('POST', '/open-apis/passport/v1/sessions/query', {
	tokens: BOT,
	scopes: ['passport:session_mask:readonly'],
	rate: { perMinute: 10 },
	doc: 'authentication-management/login-state-management/query',
});

export const changeAppBase = endpoint(
	'PATCH',
	'/open-apis/application/v7/applications/:app_id/base',
	{
		tokens: BOT_OR_USER,
		scopes: ['application:application:patch'],
		rate: { perMinute: 100 },
		doc: 'application-v6/application/patch-application-base',
	},
);

export const listApplications = endpoint('GET', '/open-apis/application/v6/applications', {
	tokens: BOT,
	scopes: ['admin:app.info:readonly'],
	rate: { perMinute: 100 },
	doc: 'application-v6/uATN1EjLwUTNx4CM1UTM/list',
});

export const listAppVersions = endpoint(
	'GET',
	'/open-apis/application/v6/applications/:app_id/app_versions',
	{
		tokens: BOT,
		scopes: ['application:application:self_manage', 'application:application.app_version:readonly'],
		rate: { perMinute: 100 },
		doc: 'application-v6/application/list',
	},
);

export const changeContactsRange = endpoint(
	'PATCH',
	'/open-apis/application/v6/applications/:app_id/contacts_range',
	{
		tokens: BOT,
		scopes: ['application:application.contacts_range:write'],
		rate: { perMinute: 20 },
		doc: 'application-v6/uATN1EjLwUTNx4CM1UTM/patch-application-contacts_range',
	},
);

export const changeVisibility = endpoint(
	'PATCH',
	'/open-apis/application/v6/applications/:app_id/visibility',
	{
		tokens: BOT,
		scopes: ['admin:app.visibility'],
		rate: { perMinute: 20 },
		doc: 'application-v6/uATN1EjLwUTNx4CM1UTM/patch-application-visibility',
	},
);
