import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../objects';
import { keyFor, type AppCredential } from './appKeys';
import type { Click } from './decision';

/** Which question a click is for. */
export interface ClickTarget {
	executionId: string;
	nodeId: string;
	questionId: string;
}

/** How old a proof may be, in ms: a click is handed over at once, by a clock that may differ. */
const FRESH_MS = 60_000;

/** Each part with its length, so that no two lists of parts give the same text. */
const joined = (parts: string[]): string =>
	parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('');

function macOf(click: string, sentAt: number, target: ClickTarget, app: AppCredential): Buffer {
	const { executionId, nodeId, questionId } = target;
	const parts = [executionId, nodeId, questionId, String(sentAt), click];
	return createHmac('sha256', keyFor('proof', app)).update(joined(parts)).digest();
}

/**
 * Makes the body by which a trigger hands a click to the waiting node: with the proof that it has come by a
 * verified push of Lark, for this question, just now.
 *
 * @param now Unix time in ms
 */
export function proveClick(
	click: Click,
	target: ClickTarget,
	app: AppCredential,
	now: number,
): IDataObject {
	const text = JSON.stringify(click);
	return { click: text, sent_at: now, proof: macOf(text, now, target, app).toString('base64url') };
}

/**
 * Reads a click that a trigger has handed over.
 *
 * @param body of the request
 * @param target the question that waits
 * @param now Unix time in ms
 * @returns undefined for what carries no proof, that of another question, or an old one
 */
export function readProvenClick(
	body: unknown,
	target: ClickTarget,
	app: AppCredential,
	now: number,
): Click | undefined {
	if (!isObject(body)) return undefined;
	const { click, sent_at, proof } = body;
	if (typeof click !== 'string' || typeof sent_at !== 'number' || typeof proof !== 'string')
		return undefined;
	if (!(Math.abs(now - sent_at) <= FRESH_MS)) return undefined;
	const expected = macOf(click, sent_at, target, app);
	const given = Buffer.from(proof, 'base64url');
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
	return JSON.parse(click) as Click;
}
