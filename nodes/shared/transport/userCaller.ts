import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { REQUEST_DEFAULTS, type LarkContext, type Caller } from './caller';
import { LarkFailure } from './failure';
import { baseUrlOf } from './hosts';
import { pasted } from './pasted';
import { secretsOf } from './redact';
import { refreshFailure } from './refreshFailure';

const CREDENTIAL_TYPE = 'larkOAuth2Api';

/** A token this close to its end is renewed before it is sent, in ms. */
const EXPIRY_MARGIN_MS = 60_000;

/** Fields of n8n's OAuth2 credentials that hold the token, as far as they matter here. */
interface OauthTokenData extends IDataObject {
	access_token?: string;
	refresh_token?: string;
	/** Unix time in ms, as text; n8n adds it. */
	n8n_expires_at?: string;
}

/**
 * A person. n8n has fetched the user_access_token when the person agreed, and refreshes it on
 * request. Each refresh_token works once: n8n lets one refresh of a credential run at a time, over
 * all executions and processes, stores the new tokens, and hands them to every request that waited.
 */
export class UserCaller implements Caller {
	static readonly credentialType = CREDENTIAL_TYPE;

	readonly actAs = 'user';

	private readonly caller: LarkContext;

	private refreshing?: Promise<void>;

	/** The last token that came from a refresh. */
	private refreshed?: string;

	/**
	 * @param data of the node's Lark OAuth2 API credential
	 * @param stored reads the credential again
	 */
	constructor(
		context: LarkContext,
		private readonly data: ICredentialDataDecryptedObject,
		private readonly stored: () => Promise<ICredentialDataDecryptedObject>,
	) {
		// n8n's OAuth2 helpers read the credential with every request: here they get the one that was read.
		this.caller = Object.create(context, {
			getCredentials: { value: async () => this.data },
		}) as LarkContext;
	}

	get appId(): string {
		return pasted(this.data.appId);
	}

	get baseUrl(): string {
		return baseUrlOf(this.data);
	}

	get secrets(): string[] {
		const { access_token, refresh_token } = this.tokenData;
		return secretsOf(this.data.appSecret, pasted(this.data.appSecret), access_token, refresh_token);
	}

	get token(): string | undefined {
		return this.tokenData.access_token;
	}

	async send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		if (!this.token) {
			throw new LarkFailure('The Lark OAuth2 credential is not connected to a person yet', {
				description: 'Open the credential, press Connect, and agree in Lark.',
			});
		}
		if (this.isExpired) await this.renew(this.token);
		const { httpRequestWithAuthentication } = this.caller.helpers;
		return (await httpRequestWithAuthentication.call(this.caller, CREDENTIAL_TYPE, {
			...options,
			...REQUEST_DEFAULTS,
			baseURL: this.baseUrl,
		})) as IN8nHttpFullResponse;
	}

	/** A token that is fresh from a refresh and still refused is not accepted there: no other one helps. */
	async renew(refused: unknown): Promise<boolean> {
		if (refused !== this.token) return true;
		if (refused === this.refreshed && !this.isExpired) return false;
		this.refreshing ??= this.refresh().finally(() => (this.refreshing = undefined));
		await this.refreshing;
		return true;
	}

	private get tokenData(): OauthTokenData {
		return tokenDataOf(this.data);
	}

	private get isExpired(): boolean {
		const expiresAt = Number(this.tokenData.n8n_expires_at);
		return Number.isFinite(expiresAt) && Date.now() > expiresAt - EXPIRY_MARGIN_MS;
	}

	private async refresh(): Promise<void> {
		try {
			const { refreshOAuth2Token } = this.caller.helpers;
			const fresh: unknown = await refreshOAuth2Token.call(this.caller, CREDENTIAL_TYPE);
			this.data.oauthTokenData = { ...this.tokenData, ...(fresh as IDataObject) };
			this.refreshed = this.token;
		} catch (error) {
			// Without n8n's lock (it waits 10 s for it) somebody else may have been faster: then all is well.
			const stored = tokenDataOf(await this.stored());
			if (stored.access_token === this.token) {
				throw await refreshFailure(error as Error, this.baseUrl);
			}
			this.data.oauthTokenData = stored;
		}
	}
}

const tokenDataOf = ({ oauthTokenData }: ICredentialDataDecryptedObject): OauthTokenData =>
	(oauthTokenData ?? {}) as OauthTokenData;
