import { LarkError } from '../../../contract/lark-error';
import { draftSettings, listed, namesIn, versionsOf } from '../../../world/app-console';
import { SCOPES } from '../../../world/catalogue';
import { handler, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';
import { readApp } from './target';
import { applicationView, versionView } from './view';

const ALL_APPS = 'admin:app.info:readonly';
const ALL_VERSIONS = 'application:application.app_version:readonly';

/** application-v6/application/get.md */
const get = handler((call, platform) => {
	const app = readApp(call, platform, ALL_APPS);
	if (app.console.isStoreApp && app.activateStatus !== 2) throw new LarkError(210504);
	return { app: applicationView(app) };
});

/** application-v6/application/list.md: `total_count` counts the enabled apps. */
const list = handler<{ query: PageQuery }>((call, { world }) => {
	const { items, ...page } = paginate(call, world.apps);
	const app_list = items.map(applicationView);
	return { app_list, total_count: app_list.filter(({ status }) => status === 1).length, ...page };
});

/** application-v6/application-app_version/list.md */
const versions = handler<{ query: PageQuery & { order?: number } }>((call, platform) => {
	const { world } = platform;
	const app = readApp(call, platform, ALL_VERSIONS);
	const all = [...versionsOf(app)];
	if (!call.query.order) all.reverse();
	const { items, ...page } = paginate(call, all);
	return { items: items.map((one) => versionView(app, one, world, world.now())), ...page };
});

/** application-v6/application-app_version/get.md */
const version = handler((call, platform) => {
	const { world } = platform;
	const app = readApp(call, platform, ALL_VERSIONS);
	const found = versionsOf(app).find(({ versionId }) => versionId === call.params.version_id);
	if (!found) throw new LarkError(211002);
	return { app_version: versionView(app, found, world, world.now()) };
});

/** application-v6/scope/list.md: the scopes of the app, and whether the company has granted them. */
const scopes = handler(({ app }) => {
	const granted = listed(app.scopes, SCOPES);
	const asked = new Set([...granted, ...namesIn(draftSettings(app)).scopes]);
	return {
		scopes: [...asked].sort().flatMap((scope_name) =>
			['tenant', 'user'].map((scope_type) => ({
				scope_name,
				grant_status: granted.includes(scope_name) ? 1 : 2,
				scope_type,
			})),
		),
	};
});

/** application-v6/scope/apply.md: asks for what is not granted; here an administrator sees it as a version. */
const apply = handler(({ app }) => {
	const granted = listed(app.scopes, SCOPES);
	const waits = namesIn(draftSettings(app)).scopes.some((scope) => !granted.includes(scope));
	if (!waits) throw new LarkError(212002);
	return {};
});

/** The official SDK, event.v1.connection.get: how many long connections of the app are open. */
const connections = handler(({ app }, platform) => ({
	online_instance_cnt: platform.connections(app.appId),
}));

export const applicationHandlers: HandlerTable = {
	'application.v6.application.get': get,
	'application.v6.application.list': list,
	'application.v6.application_app_version.list': versions,
	'application.v6.application_app_version.get': version,
	'application.v6.scope.list': scopes,
	'application.v6.scope.apply': apply,
	'event.v1.connection.get': connections,
};
