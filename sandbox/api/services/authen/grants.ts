import { createHash } from 'node:crypto';

import { LarkError } from '../../../contract/lark-error';
import { hex } from '../../../world/ids';
import type { App } from '../../../world/types';

const MINUTE_MS = 60 * 1_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const CODE_LIFETIME_MS = 5 * MINUTE_MS;
const REFRESH_LIFETIME_MS = 7 * DAY_MS;

/** After this, the person has to agree again. */
const AUTHORIZATION_LIFETIME_MS = 365 * DAY_MS;

/** What a person has agreed to on the consent page. */
export interface Authorization {
	appId: string;
	userId: string;
	scopes: string[];
	redirectUri: string;
	challenge?: { value: string; method: 'S256' | 'plain' };
}

/** What the consent page was asked for, checked. */
export interface Consent extends Omit<Authorization, 'userId'> {
	app: App;
	state?: string;
}

/** What a token is made from. */
export type Grant = Pick<Authorization, 'appId' | 'userId' | 'scopes'> & { authorizedAt: number };

interface Ticket<T> {
	given: T;
	expiresAt: number;
	used: boolean;
}

/** Authorization codes and refresh tokens, each good for one use (authen v1 authorize, v2 oauth token). */
export class Grants {
	private readonly codes = new Map<string, Ticket<Authorization>>();
	private readonly refreshTokens = new Map<string, Ticket<Grant>>();
	/** What a person has allowed an app so far: it adds up. */
	private readonly allowed = new Map<string, Set<string>>();

	/** @param now the time in milliseconds */
	constructor(private readonly now: () => number) {}

	/** @returns an authorization code */
	authorize(given: Authorization): string {
		const key = `${given.appId} ${given.userId}`;
		const scopes = new Set([...(this.allowed.get(key) ?? []), ...given.scopes]);
		this.allowed.set(key, scopes);
		const code = hex(32);
		const expiresAt = this.now() + CODE_LIFETIME_MS;
		this.codes.set(code, { given: { ...given, scopes: [...scopes] }, expiresAt, used: false });
		return code;
	}

	/** @throws LarkError 20003, 20004, 20024, 20049, 20065 or 20071 */
	redeemCode(code: string, appId: string, redirectUri?: unknown, verifier?: unknown): Grant {
		const ticket = this.codes.get(code);
		if (!ticket) throw new LarkError(20003);
		const { given } = ticket;
		if (given.appId !== appId) throw new LarkError(20024);
		if (ticket.used) throw new LarkError(20065);
		if (this.now() >= ticket.expiresAt) throw new LarkError(20004);
		if (redirectUri !== undefined && redirectUri !== given.redirectUri) throw new LarkError(20071);
		if (!isProof(verifier, given.challenge)) throw new LarkError(20049);
		ticket.used = true;
		return { ...given, authorizedAt: this.now() };
	}

	/** @returns a refresh token and how many seconds it lives */
	issueRefreshToken(given: Grant): { refresh_token: string; refresh_token_expires_in: number } {
		const end = given.authorizedAt + AUTHORIZATION_LIFETIME_MS;
		const expiresAt = Math.min(this.now() + REFRESH_LIFETIME_MS, end);
		const refresh_token = `eyJhbGciOiJFUzI1NiIs.${hex(1_200)}.r`;
		this.refreshTokens.set(refresh_token, { given, expiresAt, used: false });
		const refresh_token_expires_in = Math.floor((expiresAt - this.now()) / 1_000);
		return { refresh_token, refresh_token_expires_in };
	}

	/** @throws LarkError 20024, 20026, 20037 or 20073 */
	redeemRefreshToken(token: string, appId: string): Grant {
		const ticket = this.refreshTokens.get(token);
		if (!ticket) throw new LarkError(20026);
		if (ticket.given.appId !== appId) throw new LarkError(20024);
		if (ticket.used) throw new LarkError(20073);
		if (this.now() >= ticket.expiresAt) throw new LarkError(20037);
		ticket.used = true;
		return ticket.given;
	}
}

/** PKCE (RFC 7636): a challenge needs its verifier, and a verifier its challenge. */
function isProof(verifier: unknown, challenge: Authorization['challenge']): boolean {
	if (!challenge) return verifier === undefined;
	if (typeof verifier !== 'string' || !/^[\w.~-]{43,128}$/.test(verifier)) return false;
	if (challenge.method === 'plain') return verifier === challenge.value;
	return createHash('sha256').update(verifier).digest('base64url') === challenge.value;
}
