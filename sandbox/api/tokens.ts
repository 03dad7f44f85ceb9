import { hex } from '../world/ids';

const SECOND_MS = 1_000;
const LIFETIME_MS = 2 * 60 * 60 * SECOND_MS;

/** With less than this left, a request gets a new token; the old one lives on until its expiry. */
const RENEWAL_MS = 30 * 60 * SECOND_MS;

export interface Token {
	value: string;
	appId: string;
	/** Only on user_access_tokens. */
	userId?: string;
	/** What the user granted; only on user_access_tokens. */
	scopes: string[] | 'all';
	expiresAt: number;
}

/** Issues and remembers access tokens by the rules of auth-v3 (tenant_access_token_internal.md). */
export class TokenStore {
	private readonly tokens = new Map<string, Token>();
	private readonly current = new Map<string, Token>();

	/** @param now the time in milliseconds */
	constructor(private readonly now: () => number) {}

	/** @returns the app's tenant token with its remaining seconds: the same one until it has to be renewed */
	tenant(appId: string): { token: string; expire: number } {
		const current = this.current.get(appId);
		const isFresh = current && current.expiresAt - this.now() >= RENEWAL_MS;
		const token = isFresh ? current : this.issue({ appId, scopes: 'all' }, 't-');
		this.current.set(appId, token);
		return {
			token: token.value,
			expire: Math.floor((token.expiresAt - this.now()) / SECOND_MS),
		};
	}

	/** @returns a new user_access_token */
	user(appId: string, userId: string, scopes: string[] | 'all' = 'all'): string {
		return this.issue({ appId, userId, scopes }, 'u-').value;
	}

	/** @returns a new user_access_token as authen v2 issues it, a JWT of more than 1 KB; `expire` in seconds */
	oauth(appId: string, userId: string, scopes: string[]): { token: string; expire: number } {
		const { value } = this.issue({ appId, userId, scopes }, `eyJhbGciOiJFUzI1NiIs.${hex(1_200)}.`);
		return { token: value, expire: LIFETIME_MS / SECOND_MS };
	}

	/** @returns the token, expired or not; undefined when it was never issued or was revoked */
	find(value: string): Token | undefined {
		return this.tokens.get(value);
	}

	isExpired(token: Token): boolean {
		return this.now() >= token.expiresAt;
	}

	/** Makes every token of an app (or of all apps) invalid at once. */
	revoke(appId?: string): void {
		for (const [value, token] of this.tokens) {
			if (appId === undefined || token.appId === appId) this.tokens.delete(value);
		}
		if (appId === undefined) this.current.clear();
		else this.current.delete(appId);
	}

	private issue(given: Pick<Token, 'appId' | 'userId' | 'scopes'>, prefix: string): Token {
		const token = { ...given, value: prefix + hex(40), expiresAt: this.now() + LIFETIME_MS };
		this.tokens.set(token.value, token);
		return token;
	}
}
