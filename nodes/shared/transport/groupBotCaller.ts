import { createHash } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { readStrings } from '../values';
import {
	credentialInUse,
	sendAuthenticated,
	type Caller,
	type CredentialInUse,
	type LarkContext,
} from './caller';
import { secretsOf } from './redact';
import { webhookBaseUrl, webhookSecrets, webhookValues } from './webhook';

const CREDENTIAL_TYPE = 'larkGroupBotApi';

/** The custom bot of one group. Its credential has its address, and signs what is sent there. */
export class GroupBotCaller implements Caller {
	static readonly credentialType = CREDENTIAL_TYPE;

	readonly actAs = 'groupBot';

	/** The webhook takes none. */
	readonly token = undefined;

	private readonly credential: CredentialInUse;

	/** @param data of the node's Lark Group Bot API credential */
	constructor(
		private readonly context: LarkContext,
		data: ICredentialDataDecryptedObject,
	) {
		this.credential = credentialInUse(context, CREDENTIAL_TYPE, data);
	}

	/** Tells the bot from all others, without its address. */
	get appId(): string {
		const address = String(this.credential.data.webhookUrl).trim();
		return `group bot ${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;
	}

	get baseUrl(): string {
		return webhookBaseUrl(this.credential.data);
	}

	get secrets(): string[] {
		return secretsOf(...webhookSecrets(this.credential.data));
	}

	get keywords(): string[] {
		return readStrings('Keywords', this.credential.data.words);
	}

	pathValues(template: string): Record<string, string> {
		return webhookValues(this.credential.data, template);
	}

	async send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		return await sendAuthenticated(this.context, this.credential, {
			...options,
			baseURL: this.baseUrl,
		});
	}

	/** There is no other token to be had. */
	async renew(): Promise<boolean> {
		return false;
	}
}
