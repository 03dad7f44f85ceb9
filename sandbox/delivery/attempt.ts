import { randomBytes } from 'node:crypto';

import type { Exchange } from './exchanges';
import { post, signPush, type Subscription } from './push';

/** Sends one event over a long connection. Rejects with the reason when nothing is acknowledged. */
export type SocketPush = (
	appId: string,
	body: string,
	deadlineMs: number,
) => Promise<{ code: number; data?: unknown }>;

/** How an attempt is made. */
export interface Way {
	/** The time in milliseconds. */
	clock: () => number;
	/** Serves apps whose events go over a long connection. */
	socket?: SocketPush;
	/** Gives up. */
	signal: AbortSignal;
}

/** One attempt: what was sent, and the answer or why there is none. */
export interface Attempt extends Omit<Exchange, 'envelope'> {
	error?: string;
}

/** How long Lark waits for the response to an event or a callback. */
const DEADLINE_MS = 3_000;

/** Sends a body once, to the request URL or over the long connection. Never rejects. */
export async function attemptPush(
	subscription: Subscription,
	body: string,
	way: Way,
): Promise<Attempt> {
	const { appId, requestUrl, longConnection } = subscription;
	if (longConnection) return await settle('long connection', {}, overSocket(appId, body, way));
	const nonce = randomBytes(8).toString('hex');
	const push = signPush(subscription, body, { now: way.clock(), nonce });
	const limits = { deadlineMs: DEADLINE_MS, signal: way.signal };
	return await settle(requestUrl, push.headers, post(requestUrl, push, limits));
}

async function overSocket(appId: string, body: string, { socket }: Way) {
	if (!socket) throw new Error('there are no long connections here');
	const { code, data } = await socket(appId, body, DEADLINE_MS);
	return { status: code, body: data ? JSON.stringify(data) : '' };
}

async function settle(
	to: string,
	headers: Record<string, string>,
	answering: Promise<{ status: number; body: string }>,
): Promise<Attempt> {
	try {
		return { to, headers, answer: await answering };
	} catch (error) {
		return { to, headers, error: (error as Error).message };
	}
}
