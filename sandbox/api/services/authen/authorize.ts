import type { App } from '../../../world/types';
import type { Platform } from '../../platform';
import type { ApiRequest } from '../../request';
import type { ApiResponse } from '../../response';
import { consentPage, refusalPage } from './consent-page';
import type { Authorization, Consent } from './grants';

const PATH = '/open-apis/authen/v1/authorize';
const MAX_SCOPES = 50;

const KNOWN = [
	'client_id',
	'response_type',
	'redirect_uri',
	'scope',
	'state',
	'code_challenge',
	'code_challenge_method',
	'prompt',
];

/** A request that the page refuses, with the reason. Lark shows the reason and sends nobody back. */
class Refusal extends Error {}

/** @returns whether a request is for the consent page, or submits the form on the page */
export function isConsentPage({ method, path }: ApiRequest): boolean {
	return path === PATH && ['GET', 'POST'].includes(method);
}

/**
 * The consent page (obtain-oauth-code.md): GET shows the page; POST submits the decision, which is the user_id of
 * the person of the tenant who agrees, or none for a refusal.
 */
export function respondConsent(request: ApiRequest, platform: Platform): ApiResponse {
	try {
		const consent = readConsent(request.query, platform);
		if (request.method === 'GET') return page(200, consentPage(consent, platform.world.users));
		return redirect(consent, decide(consent, request.body.fields.user_id, platform));
	} catch (error) {
		if (error instanceof Refusal) return page(400, refusalPage(error.message));
		throw error;
	}
}

function readConsent(query: Record<string, unknown>, { world }: Platform): Consent {
	for (const [name, value] of Object.entries(query)) {
		if (!KNOWN.includes(name)) throw new Refusal(`There is no parameter ${name}.`);
		if (typeof value !== 'string') throw new Refusal(`${name} was given more than once.`);
	}
	const given = query as Record<string, string | undefined>;
	const app = world.app(given.client_id ?? '');
	if (!app || app.brand !== world.brand) throw new Refusal('There is no app with this client_id.');
	if (app.disabled) throw new Refusal('The app is disabled.');
	if (given.response_type !== 'code') throw new Refusal('response_type must be code.');
	const redirectUri = given.redirect_uri ?? '';
	if (!app.redirectUrls.some((listed) => withoutQuery(listed) === withoutQuery(redirectUri))) {
		throw new Refusal(
			`The redirect URL ${redirectUri} is not one of the app's. Add it: PUT /sandbox/apps/${app.appId}/redirect-urls with {"redirect_urls": ["${redirectUri}"]}.`,
		);
	}
	const { state } = given;
	const { appId } = app;
	return {
		app,
		appId,
		redirectUri,
		state,
		scopes: readScopes(given.scope, app),
		challenge: readChallenge(given),
	};
}

/** Query and fragment of a redirect URL need not be listed. */
function withoutQuery(url: string): string {
	return url.split(/[?#]/, 1)[0];
}

function readScopes(scope = '', app: App): string[] {
	const scopes = scope.split(' ').filter(Boolean);
	if (scopes.length > MAX_SCOPES) throw new Refusal(`More than ${MAX_SCOPES} scopes.`);
	if (new Set(scopes).size < scopes.length) throw new Refusal('A scope comes twice.');
	const malformed = scopes.find((name) => !/^[a-z][\w.:-]*$/.test(name));
	if (malformed) throw new Refusal(`There is no scope ${malformed}.`);
	const missing = scopes.filter((name) => app.scopes !== 'all' && !app.scopes.includes(name));
	if (missing.length > 0) throw new Refusal(`The app does not have: ${missing.join(', ')}.`);
	return scopes;
}

function readChallenge(given: Record<string, string | undefined>): Authorization['challenge'] {
	const { code_challenge: value, code_challenge_method: method = 'plain' } = given;
	if (method !== 'plain' && method !== 'S256') throw new Refusal('Unknown code_challenge_method.');
	return value ? { value, method } : undefined;
}

function decide(
	consent: Consent,
	userId: unknown,
	{ world, grants }: Platform,
): Record<string, string> {
	if (userId === undefined || userId === '') return { error: 'access_denied' };
	const user = world.userById(String(userId));
	if (!user || user.resigned) throw new Refusal('There is no such person.');
	if (!world.isAvailable(consent.app, user)) {
		throw new Refusal(`${user.name} is not in the availability of the app.`);
	}
	return { code: grants.authorize({ ...consent, userId: user.userId }) };
}

function redirect(
	{ redirectUri, state }: Consent,
	parameters: Record<string, string>,
): ApiResponse {
	const url = new URL(redirectUri);
	for (const [name, value] of Object.entries({
		...parameters,
		...(state !== undefined && { state }),
	})) {
		url.searchParams.set(name, value);
	}
	return { status: 302, headers: { Location: url.toString() }, body: '' };
}

function page(status: number, body: string): ApiResponse {
	return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}
