import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	ISupplyDataFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import type { ActAs } from './actAs';

/** The n8n contexts that may call Lark. */
export type LarkContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| ISupplyDataFunctions
	| ITriggerFunctions
	| IWebhookFunctions;

/** An app as its credential describes it. */
export interface AppFacts {
	appId: string;
	/** The host of its developer console. */
	consoleUrl: string;
	encryptKey: string;
	verificationToken: string;
}

/** A credential in use: what it says, and requests that carry its token. */
export interface Caller {
	readonly actAs: ActAs;
	readonly appId: string;
	/**
	 * Where requests go.
	 *
	 * @throws LarkFailure when the credential has no usable address
	 */
	readonly baseUrl: string;
	/**
	 * What the credential fills in of an endpoint's path, where it names more than the host.
	 *
	 * @param template of the path
	 * @throws LarkFailure when the credential's address is not that of the endpoint
	 */
	pathValues?(template: string): Record<string, string>;
	/** Words of which each message must have one, where the credential names any. */
	readonly keywords?: readonly string[];
	/** What the credential says about the app, beside its secret. */
	readonly app?: AppFacts;
	/** What tells this token from the next one. */
	readonly token: unknown;
	/** What must not leave the transport: the token and the secret of the app. */
	readonly secrets: readonly string[];
	/** False when the next request has to fetch a token first. */
	readonly hasToken?: boolean;
	/**
	 * Sends a request with the token, and gives the response whatever its HTTP status.
	 *
	 * @throws when no response came, or there is no token to be had
	 */
	send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse>;
	/**
	 * Sees to it that the next request has another token than the one that Lark did not take. Does
	 * nothing when another request has done so meanwhile.
	 *
	 * @returns whether it is worth sending the request again
	 * @throws LarkFailure that says why there is no new token
	 */
	renew(refused: unknown): Promise<boolean>;
}

/** What every request to Lark has in common. */
export const REQUEST_DEFAULTS = {
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	disableFollowRedirect: true,
} as const;

/** A credential as n8n's helper takes it, so that it need not read it again. */
export type CredentialInUse = ICredentialsDecrypted & { data: ICredentialDataDecryptedObject };

/** Puts the data of the node's credential of a type into the form that n8n's helper takes. */
export function credentialInUse(
	context: LarkContext,
	type: string,
	data: ICredentialDataDecryptedObject,
): CredentialInUse {
	const { id, name } = context.getNode().credentials?.[type] ?? { id: '', name: '' };
	return { id: id ?? '', name, type, data };
}

/** Sends a request with what a credential adds to it, and gives the response whatever its HTTP status. */
export async function sendAuthenticated(
	context: LarkContext,
	credential: CredentialInUse,
	options: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	return (await context.helpers.httpRequestWithAuthentication.call(
		context,
		credential.type,
		{ ...options, ...REQUEST_DEFAULTS },
		{ credentialsDecrypted: credential },
	)) as IN8nHttpFullResponse;
}
