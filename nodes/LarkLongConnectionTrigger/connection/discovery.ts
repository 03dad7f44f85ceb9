import type {
	IDataObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
	ITriggerFunctions,
} from 'n8n-workflow';

import { isObject } from '../../shared/objects';
import { LarkFailure, unreachable } from '../../shared/transport/failure';
import { redact, secretsOf } from '../../shared/transport/redact';
import {
	failureOf,
	readResponse,
	sentence,
	type LarkResponse,
} from '../../shared/transport/response';

/** An app, and the host that it belongs to. */
export interface LarkApp {
	/** Without a slash at the end. */
	baseUrl: string;
	appId: string;
	appSecret: string;
}

/** n8n's own HTTP client, with its proxy and its rules about addresses. */
export type HttpRequest =
	| ITriggerFunctions['helpers']['httpRequest']
	| IHttpRequestHelper['helpers']['httpRequest'];

const PATH = '/callback/ws/endpoint';

const TIMEOUT_MS = 15_000;

/** Codes of failures that pass by themselves; so does any response that says busy. */
const TRANSIENT = new Set([1, 1000040343]);

/** Whether trying again later may help without anything being changed. */
export function isTransient({ message, details }: LarkFailure): boolean {
	const { code, description = '' } = details;
	if (code === undefined) return true;
	return TRANSIENT.has(code) || /\bbusy\b/i.test(`${message} ${description}`);
}

/**
 * Asks Lark for the address of an app's long connection, which proves the credential. Opens no connection.
 *
 * @returns Lark's response with `data.URL` and `data.ClientConfig`, which may be empty
 * @throws LarkFailure whose message alone says what is wrong and what to do
 * @see the official SDKs, ws-client: POST /callback/ws/endpoint
 */
export async function discover(http: HttpRequest, app: LarkApp): Promise<IDataObject> {
	const { baseUrl, appId, appSecret } = app;
	const response = (await http({
		method: 'POST',
		baseURL: baseUrl,
		url: PATH,
		headers: { 'Content-Type': 'application/json; charset=utf-8', locale: 'en' },
		body: { AppID: appId, AppSecret: appSecret },
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: TIMEOUT_MS,
	}).catch((error: Error) => {
		throw unreachable(baseUrl, error);
	})) as IN8nHttpFullResponse;
	const answer = readResponse(response);
	if (answer.code === 0) return withSettings(answer);
	const { message, details } = await failureOf(answer, response, PATH);
	const clean = (text: string) => redact(text, secretsOf(appSecret));
	const description = clean(details.description ?? '');
	throw new LarkFailure(`${sentence(clean(message))} ${description}`.trim(), {
		...details,
		description,
	});
}

/** The official client takes the settings apart without looking whether there are any. */
function withSettings(answer: LarkResponse): LarkResponse {
	const data = isObject(answer.data) ? answer.data : {};
	return { ...answer, data: { ...data, ClientConfig: data.ClientConfig ?? {} } };
}
