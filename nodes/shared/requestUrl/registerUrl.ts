import { NodeApiError } from 'n8n-workflow';

import { changeAppConfig, getApplication } from '../lark/apps';
import type { LarkClient } from '../transport/client';
import type { LarkData } from '../transport/endpoint';
import { larkCodeOf } from '../transport/larkCode';
import { decideUrl, type Obstacle, type UrlWish } from './decideUrl';
import { inTurn } from './inTurn';

type GetApplication = NonNullable<(typeof getApplication)['sdkMethod']>;

/** An app as it describes itself. */
export type OwnApplication = NonNullable<LarkData<GetApplication>['app']>;

/** What became of an attempt to tell Lark an address. */
export type UrlOutcome =
	| { kind: 'saved'; url: string; application: OwnApplication }
	| { kind: 'kept'; application: OwnApplication }
	| { kind: 'left'; obstacle: Obstacle; url: string; application: OwnApplication }
	/** The app may not do it by itself. */
	| { kind: 'notAllowed'; scope: string }
	/** The app may not read where its events go. */
	| { kind: 'unreadable' }
	/** Lark refuses it, or does not answer; `isPassing` when a later attempt may succeed. */
	| { kind: 'failed'; code?: number; error: Error; isPassing: boolean };

/** Lark: the scope for the call is missing. */
const NO_SCOPE = 99991672;

/** Lark: the check of the request URL has failed. */
const NOT_ANSWERED = 210042;

/** Store app, app of Base, another app, app from elsewhere: this stays so (application-v7, "patch application config"). */
const LASTING = [210034, 210035, 210036, 210043];

/** The app lacks the scope for a call about itself. */
export class WithoutScope extends Error {
	constructor(readonly scope: string) {
		super(scope);
	}
}

/** @throws WithoutScope, or as `LarkClient.call` */
async function needing<T>(scope: string, call: () => Promise<T>): Promise<T> {
	return await call().catch((error: Error) => {
		throw larkCodeOf(error) === NO_SCOPE ? new WithoutScope(scope) : error;
	});
}

/**
 * Reads an app's own settings.
 *
 * @throws WithoutScope, or as `LarkClient.call`
 */
export async function readOwnApplication(lark: LarkClient): Promise<OwnApplication> {
	const path = { app_id: lark.app.appId };
	const { app } = await needing(
		getApplication.scopes[0],
		async () => await lark.call(getApplication, { path, query: { lang: 'en_us' } }),
	);
	return app ?? ({} as OwnApplication);
}

/** Tells Lark a request URL, which takes effect at once. Lark asks the address before it saves it. */
async function saveUrl(lark: LarkClient, url: string): Promise<void> {
	const path = { app_id: lark.app.appId };
	const body = { event: { subscription_type: 'webhook' as const, request_url: url } };
	await needing(
		changeAppConfig.scopes[0],
		async () => await lark.call(changeAppConfig, { path, body }),
	);
}

/** Whether a trigger answers at an address: Lark asks before it saves it, and refuses an address where nobody does. */
async function isAnswered(lark: LarkClient, url: string): Promise<boolean> {
	return await saveUrl(lark, url).then(
		() => true,
		(error: Error) => {
			if (larkCodeOf(error) === NOT_ANSWERED) return false;
			throw error;
		},
	);
}

async function attemptUrl(lark: LarkClient, wish: UrlWish): Promise<UrlOutcome> {
	const application = await readOwnApplication(lark);
	const { event } = application;
	if (!event && !wish.replaces) return { kind: 'unreadable' };
	const { subscription_type: mode, request_url: url = '' } = event ?? {};
	const decision = decideUrl({ mode, url }, wish);
	if (decision.kind === 'keep') return { kind: 'kept', application };
	if (decision.kind === 'leave') {
		if (decision.restore) await saveUrl(lark, decision.restore);
		return { kind: 'left', obstacle: decision.obstacle, url: decision.url, application };
	}
	const { url: target, unless } = decision;
	if (unless && (await isAnswered(lark, unless))) return { kind: 'kept', application };
	await saveUrl(lark, target);
	return { kind: 'saved', url: target, application };
}

/** What an error of an attempt means. */
function outcomeOf(error: Error): UrlOutcome {
	if (error instanceof WithoutScope) return { kind: 'notAllowed', scope: error.scope };
	const code = larkCodeOf(error);
	const isPassing = error instanceof NodeApiError && !LASTING.includes(code ?? 0);
	return { kind: 'failed', code, error, isPassing };
}

/** Carries out something about the request URL of an app after all that is going on there. */
export const inTurnOf = async <T>(lark: LarkClient, act: () => Promise<T>): Promise<T> =>
	await inTurn(`${lark.app.consoleUrl} ${lark.app.appId}`, act);

/** Tells Lark the address of a trigger, unless that of somebody else is there. Never throws. */
export const registerUrl = async (lark: LarkClient, wish: UrlWish): Promise<UrlOutcome> =>
	await inTurnOf(lark, async () => await attemptUrl(lark, wish)).catch(outcomeOf);

/**
 * Puts back the address that was there before a test, if that of the test is still there.
 *
 * @returns undefined when there is nothing to put back
 */
export const restoreUrl = async (
	lark: LarkClient,
	ofTest: (url: string) => string | undefined,
): Promise<UrlOutcome | undefined> =>
	await inTurnOf(lark, async () => {
		const application = await readOwnApplication(lark);
		const former = ofTest(application.event?.request_url ?? '');
		if (!former) return undefined;
		await saveUrl(lark, former);
		return { kind: 'saved' as const, url: former, application };
	}).catch(outcomeOf);
