import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import {
	credentialInUse,
	sendAuthenticated,
	type AppFacts,
	type Caller,
	type CredentialInUse,
	type LarkContext,
} from './caller';
import { baseUrlOf } from './hosts';
import { pasted, trimmed } from './pasted';
import { secretsOf } from './redact';
import { isTokenUsable } from './storedToken';

const CREDENTIAL_TYPE = 'larkApi';

/** The app's bot. n8n's helper fetches the tenant_access_token and replaces it in place. */
export class BotCaller implements Caller {
	static readonly credentialType = CREDENTIAL_TYPE;

	readonly actAs = 'bot';

	private readonly credential: CredentialInUse;

	/** @param data of the node's Lark API credential */
	constructor(
		private readonly context: LarkContext,
		data: ICredentialDataDecryptedObject,
	) {
		this.credential = credentialInUse(context, CREDENTIAL_TYPE, data);
	}

	get appId(): string {
		return pasted(this.credential.data.appId);
	}

	get baseUrl(): string {
		return baseUrlOf(this.credential.data);
	}

	get app(): AppFacts {
		const { encryptKey, verificationToken } = this.credential.data;
		return {
			appId: this.appId,
			consoleUrl: this.baseUrl,
			encryptKey: trimmed(encryptKey),
			verificationToken: trimmed(verificationToken),
		};
	}

	get token(): unknown {
		return this.credential.data.tenantAccessToken;
	}

	get secrets(): string[] {
		const { appSecret, encryptKey, verificationToken } = this.credential.data;
		return secretsOf(
			appSecret,
			pasted(appSecret),
			trimmed(encryptKey),
			trimmed(verificationToken),
			this.token,
		);
	}

	get hasToken(): boolean {
		return isTokenUsable(this.credential.data, Date.now());
	}

	async send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		return await sendAuthenticated(this.context, this.credential, options);
	}

	/** An empty token makes n8n fetch and store a new one with the next request. */
	async renew(refused: unknown): Promise<boolean> {
		const { data } = this.credential;
		if (data.tenantAccessToken === refused) data.tenantAccessToken = '';
		return true;
	}
}
