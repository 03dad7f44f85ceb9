import type { Endpoint } from '../contract/contract';
import { LarkError } from '../contract/lark-error';
import { hasScope } from '../world/scopes';
import type { Caller } from './caller';
import type { Platform } from './platform';
import type { ApiRequest } from './request';
import type { Token } from './tokens';

/** Scopes that a user's own grant must ALL contain; prose of im-v1/message/create.md and reply.md. */
const USER_NEEDS_ALL: Record<string, string[]> = {
	'im.v1.message.create': ['im:message', 'im:message.send_as_user'],
	'im.v1.message.reply': ['im:message', 'im:message.send_as_user'],
};

/**
 * Checks the Authorization header by the rules of api-call-guide (generic error codes).
 *
 * @throws LarkError 99991661, 99991663, 99991664, 99991668, 99991671 or 99991677 for the token, 99991401 for an
 * address that is not on the app's allow list, 99991662 for a disabled app, 99991672 or 99991679 for a missing scope
 */
export function authenticate(
	{ headers: { authorization }, ip }: Pick<ApiRequest, 'headers' | 'ip'>,
	endpoint: Endpoint,
	platform: Platform,
): Caller {
	const value = /^Bearer +(\S+)$/.exec(authorization ?? '')?.[1];
	if (!value) throw new LarkError(99991661);
	const invalid = invalidTokenCode(value);
	const token = platform.tokens.find(value);
	if (!token) throw new LarkError(invalid);
	if (platform.tokens.isExpired(token)) throw new LarkError(token.userId ? 99991677 : invalid);
	if (!isAccepted(token, endpoint)) throw new LarkError(invalid);
	assertIp(token, ip, platform);
	return authorize(token, endpoint, platform);
}

function invalidTokenCode(value: string): number {
	if (value.startsWith('t-')) return 99991663;
	if (value.startsWith('a-')) return 99991664;
	if (value.startsWith('u-') || value.startsWith('eyJ')) return 99991668;
	throw new LarkError(99991671);
}

function isAccepted(token: Token, { tokens }: Endpoint): boolean {
	return token.userId ? tokens.includes('user') : tokens.some((kind) => kind !== 'user');
}

/** The IP allow list of Security Settings. */
function assertIp({ appId }: Token, ip: string, { world }: Platform): void {
	const { allowedIps = [] } = world.app(appId)?.console ?? {};
	if (allowedIps.length === 0 || allowedIps.includes(ip)) return;
	throw new LarkError(99991401, { subject: ip });
}

function authorize(token: Token, endpoint: Endpoint, { world }: Platform): Caller {
	const app = world.app(token.appId);
	if (!app || app.disabled) throw new LarkError(99991662);
	const user = token.userId ? world.userById(token.userId) : undefined;
	const caller = { app, user, scopes: user ? token.scopes : app.scopes };
	const needed = (user && USER_NEEDS_ALL[endpoint.id]) ?? [];
	const missing = needed.filter((scope) => !hasScope(caller, scope));
	if (missing.length > 0) throw scopeError(caller, missing);
	const { scopes } = endpoint;
	if (scopes.length > 0 && !scopes.some((scope) => hasScope(caller, scope))) {
		throw scopeError(caller, scopes);
	}
	return caller;
}

function scopeError({ app, user }: Caller, scopes: string[]): LarkError {
	const list = scopes.join(',');
	const kind = user ? 'user' : 'tenant';
	const url = `https://open.larksuite.com/app/${app.appId}/auth?q=${list}&op_from=openapi&token_type=${kind}`;
	return new LarkError(user ? 99991679 : 99991672, {
		subject: `[${scopes.join(', ')}]`,
		error: {
			permission_violations: scopes.map((subject) => ({ type: 'action_scope_required', subject })),
			helps: [{ url, description: `Learn more about scopes and how to add them: [${list}]` }],
		},
	});
}
