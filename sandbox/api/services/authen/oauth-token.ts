import { describeError, endpointById } from '../../../contract/contract';
import { LarkError } from '../../../contract/lark-error';
import type { App } from '../../../world/types';
import { requestHandler, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import type { ApiRequest } from '../../request';
import type { Grant } from './grants';

const TOKEN_ENDPOINT = 'authen.v2.oauth.token';

type Fields = Record<string, unknown>;

/** RFC 6749, section 5.2; the documentation shows `server_error` only. */
const RFC_ERRORS: Record<number, string> = {
	20001: 'invalid_request',
	20002: 'invalid_client',
	20009: 'invalid_client',
	20036: 'unsupported_grant_type',
	20048: 'invalid_client',
	20050: 'server_error',
	20063: 'invalid_request',
	20067: 'invalid_scope',
	20068: 'invalid_scope',
	20069: 'invalid_client',
	20070: 'invalid_request',
	20072: 'temporarily_unavailable',
	20074: 'unauthorized_client',
};

/**
 * The token endpoint (get-user-access-token.md, refresh-user-access-token.md). It follows RFC 6749:
 * the client authenticates in the body, which is JSON, as the documentation has it, or a form, as standard
 * OAuth clients send it. Responses have their fields at the top level.
 */
const token = requestHandler((request, platform) => {
	try {
		return { status: 200, headers: {}, body: { code: 0, ...issue(request, platform) } };
	} catch (error) {
		if (!(error instanceof LarkError)) throw error;
		const { code } = error;
		const { httpStatus, message } = describeError(endpointById(TOKEN_ENDPOINT), code);
		const body = {
			code,
			error: RFC_ERRORS[code] ?? 'invalid_grant',
			error_description: message,
		};
		return { status: httpStatus, headers: {}, body };
	}
});

export const oauthTokenHandlers: HandlerTable = { [TOKEN_ENDPOINT]: token };

function issue(request: ApiRequest, platform: Platform): Fields {
	const { fields } = request.body;
	assertWellFormed(request, platform);
	const app = clientOf(request, platform);
	const grant = redeem(app, fields, platform);
	assertMayUse(app, grant, platform);
	const scopes = narrowed(grant.scopes, fields.scope);
	const { token, expire } = platform.tokens.oauth(app.appId, grant.userId, scopes);
	return {
		access_token: token,
		expires_in: expire,
		...(scopes.includes('offline_access') && platform.grants.issueRefreshToken(grant)),
		scope: scopes.join(' '),
		token_type: 'Bearer',
	};
}

/** Every field is a text, given once, and known to the contract. */
function assertWellFormed({ body, query }: ApiRequest, { allowUnknownFields }: Platform): void {
	if (body.kind !== 'json' && body.kind !== 'urlencoded') throw new LarkError(20063);
	const known = endpointById(TOKEN_ENDPOINT).body.map(({ name }) => name);
	const isUnknown = Object.keys(body.fields).some((name) => !known.includes(name));
	if (!allowUnknownFields && (isUnknown || Object.keys(query).length > 0)) {
		throw new LarkError(20063);
	}
	if (Object.values(body.fields).some((value) => typeof value !== 'string')) {
		throw new LarkError(20063);
	}
}

function clientOf({ body, headers }: ApiRequest, { world }: Platform): App {
	const { client_id, client_secret } = body.fields;
	if (headers.authorization !== undefined) throw new LarkError(client_secret ? 20070 : 20001);
	if (!client_id || !client_secret) throw new LarkError(20001);
	const app = world.app(String(client_id));
	if (!app || app.brand !== world.brand) throw new LarkError(20048);
	if (app.appSecret !== client_secret) throw new LarkError(20002);
	if (app.disabled) throw new LarkError(20069);
	return app;
}

function redeem({ appId, refreshesUserTokens }: App, fields: Fields, { grants }: Platform): Grant {
	const { grant_type, code, refresh_token, redirect_uri, code_verifier } = fields;
	if (!grant_type) throw new LarkError(20001);
	if (grant_type === 'authorization_code') {
		if (!code) throw new LarkError(20001);
		return grants.redeemCode(String(code), appId, redirect_uri, code_verifier);
	}
	if (grant_type !== 'refresh_token') throw new LarkError(20036);
	if (!refresh_token) throw new LarkError(20001);
	if (!refreshesUserTokens) throw new LarkError(20074);
	return grants.redeemRefreshToken(String(refresh_token), appId);
}

function assertMayUse(app: App, { userId }: Grant, { world }: Platform): void {
	const user = world.userById(userId);
	if (!user) throw new LarkError(20008);
	if (user.resigned) throw new LarkError(20066);
	if (!world.isAvailable(app, user)) throw new LarkError(20010);
}

function narrowed(granted: string[], wanted: unknown): string[] {
	if (typeof wanted !== 'string' || wanted === '') return granted;
	const scopes = wanted.split(' ');
	if (new Set(scopes).size < scopes.length) throw new LarkError(20067);
	if (scopes.some((scope) => !granted.includes(scope))) throw new LarkError(20068);
	return scopes;
}
