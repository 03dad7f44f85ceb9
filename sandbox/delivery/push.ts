import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';

import { encrypt, sign } from './crypto';

/** Where and how the events of one app are sent. An empty `encryptKey` means: not encrypted, not signed. */
export interface Subscription {
	appId: string;
	requestUrl: string;
	verificationToken: string;
	encryptKey: string;
	/** Events go over the app's long connection, in plain text, instead of to the request URL. */
	longConnection?: boolean;
}

/** One HTTP request, ready to be sent. */
export interface Push {
	headers: Record<string, string>;
	body: string;
}

/** The response of a request URL. */
export interface PushResponse {
	status: number;
	body: string;
}

const JSON_HEADERS = { 'Content-Type': 'application/json; charset=utf-8' };

/**
 * Writes the body of a push: the payload as JSON, wrapped as `{"encrypt": "..."}` when the app has an
 * Encrypt Key and its events do not go over a long connection.
 */
export function buildBody(subscription: Subscription, payload: object): string {
	const plainText = JSON.stringify(payload);
	if (!subscription.encryptKey || subscription.longConnection) return plainText;
	return JSON.stringify({ encrypt: encrypt(plainText, subscription.encryptKey) });
}

/**
 * Adds the headers of an event push to a body. Lark signs only for apps with an Encrypt Key.
 *
 * @param at `now` in milliseconds (sent as Unix seconds) and a `nonce`, new for every attempt
 */
export function signPush(
	subscription: Subscription,
	body: string,
	{ now, nonce }: { now: number; nonce: string },
): Push {
	const { encryptKey } = subscription;
	if (!encryptKey) return { headers: JSON_HEADERS, body };
	const timestamp = String(Math.floor(now / 1000));
	return {
		headers: {
			...JSON_HEADERS,
			'X-Lark-Request-Timestamp': timestamp,
			'X-Lark-Request-Nonce': nonce,
			'X-Lark-Signature': sign({ timestamp, nonce, encryptKey, rawBody: body }),
		},
		body,
	};
}

/** Builds a complete event push, for example for a test that forges or changes one. */
export function buildPush(
	subscription: Subscription,
	envelope: object,
	at: { now: number; nonce: string },
): Push {
	return signPush(subscription, buildBody(subscription, envelope), at);
}

/**
 * Builds the handshake that Lark sends when a request URL is saved. It is encrypted like an event but
 * never signed: Lark documents its signature check as "not including URL verification".
 */
export function buildUrlVerification(subscription: Subscription, challenge: string): Push {
	const payload = { challenge, token: subscription.verificationToken, type: 'url_verification' };
	return { headers: JSON_HEADERS, body: buildBody(subscription, payload) };
}

/**
 * Sends one POST on a connection of its own. Redirects are not followed.
 *
 * @param limits `deadlineMs` covers everything from connecting to the last byte of the response;
 *   `signal` gives up earlier
 * @returns the response, whatever its status
 * @throws Error that says why there is no response: bad URL, no connection, deadline passed
 */
export async function post(
	url: string,
	push: Push,
	{ deadlineMs, signal }: { deadlineMs: number; signal: AbortSignal },
): Promise<PushResponse> {
	const deadline = new AbortController();
	const timer = setTimeout(() => deadline.abort(), deadlineMs);
	try {
		const response = await send(url, push, AbortSignal.any([deadline.signal, signal]));
		return { status: response.statusCode ?? 0, body: await text(response) };
	} catch (error) {
		if (deadline.signal.aborted) throw new Error(`no answer within ${deadlineMs / 1000} s`);
		throw new Error(reasonOf(error));
	} finally {
		clearTimeout(timer);
	}
}

function send(url: string, push: Push, signal: AbortSignal): Promise<http.IncomingMessage> {
	return new Promise((resolve, reject) => {
		const { request } = url.startsWith('https:') ? https : http;
		const headers = { ...push.headers, 'Content-Length': Buffer.byteLength(push.body) };
		request(url, { method: 'POST', headers, agent: false, signal })
			.on('response', resolve)
			.on('error', reject)
			.end(push.body);
	});
}

/** A failed connection to `localhost` is an AggregateError that has a code and an empty message. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.message || ('code' in error ? String(error.code) : error.name);
}
