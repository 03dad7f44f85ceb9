import { LarkError } from '../../../contract/lark-error';
import { versionUnderReview } from '../../../world/app-console';
import type { App } from '../../../world/types';
import type { Call } from '../../handler';
import type { Platform } from '../../platform';

/** The codes of one API of the console; each has its own. */
export interface ConsoleCodes {
	noSuchApp?: number;
	storeApp?: number;
	madeInBase?: number;
	notOfConsole: number;
	otherApp: number;
	notAllowed?: number;
	underReview: number;
}

/**
 * Finds the app that a call changes: with a tenant token the calling app itself, with a user token an app that the
 * person develops (application-v7).
 *
 * @throws LarkError with the code that the API has for it
 */
export function changedApp(call: Call, { world }: Platform, codes: ConsoleCodes): App {
	const refuse = (isWrong: boolean, code?: number) => {
		if (isWrong && code !== undefined) throw new LarkError(code);
	};
	const app = world.app(call.params.app_id);
	refuse(!app, codes.noSuchApp);
	if (!app || (!call.user && app !== call.app)) throw new LarkError(codes.otherApp);
	const { isStoreApp, source, developers } = app.console;
	refuse(Boolean(call.user) && !developers.includes(call.user?.userId ?? ''), codes.notAllowed);
	refuse(isStoreApp, codes.storeApp);
	refuse(source === 'base', codes.madeInBase);
	refuse(source !== 'developer_console' || isStoreApp, codes.notOfConsole);
	refuse(versionUnderReview(app) !== undefined, codes.underReview);
	return app;
}

/**
 * Finds the app that a call reads: an app may read itself, others with the scope for all apps of the company.
 *
 * @throws LarkError 210503, 210504 or 210508
 */
export function readApp(call: Call, { world }: Platform, scopeForAll: string): App {
	const { app_id: id } = call.params;
	if (!id.startsWith('cli_')) throw new LarkError(210503);
	const app = world.app(id);
	if (!app) throw new LarkError(210504);
	const { scopes } = call;
	const readsAll = scopes === 'all' || scopes.includes(scopeForAll);
	if (app !== call.app && !readsAll) throw new LarkError(210508);
	return app;
}
