import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { isObject } from '../objects';
import { keyFor, type AppCredential } from './appKeys';

/** What a ticket says to the triggers of the app. */
export interface TicketContent {
	executionId: string;
	nodeId: string;
	/** Of the n8n that has asked. */
	instanceId: string;
	/** Path and query of the signed URL by which the execution goes on, as n8n itself gets them. */
	resume: string;
	questionId: string;
	/** In ms since 1970. */
	expiresAt?: number;
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Says how the rest is to be read. */
const VERSION = 'q1.';

/** What every ticket begins with, of whichever version of this package. */
const ANY_VERSION = /^q\d+\./;

/** Far above what one has; nothing longer is decrypted. */
const MAX_LENGTH = 4_096;

const TEXTS = ['executionId', 'nodeId', 'instanceId', 'resume', 'questionId'] as const;

/**
 * Seals what a card carries: whoever reads it learns nothing, and nobody makes or changes one without the App
 * Secret.
 *
 * @returns text of letters, digits, `.`, `-` and `_`; each call gives another one
 */
export function sealTicket(content: TicketContent, app: AppCredential): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, keyFor('ticket', app), iv);
	cipher.setAAD(Buffer.from(VERSION));
	const sealed = [cipher.update(JSON.stringify(content), 'utf8'), cipher.final()];
	return VERSION + Buffer.concat([iv, ...sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Whether a value of a button is meant as a ticket. That is no proof of anything. */
export const isTicket = (value: unknown): boolean =>
	typeof value === 'string' && ANY_VERSION.test(value);

/**
 * Opens a ticket.
 *
 * @param ticket as it came from Lark
 * @returns undefined for anything but a ticket of this app
 */
export function openTicket(ticket: unknown, app: AppCredential): TicketContent | undefined {
	if (typeof ticket !== 'string' || !ticket.startsWith(VERSION)) return undefined;
	if (ticket.length > MAX_LENGTH) return undefined;
	const bytes = Buffer.from(ticket.slice(VERSION.length), 'base64url');
	if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
	const key = keyFor('ticket', app);
	const iv = bytes.subarray(0, IV_BYTES);
	const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
	decipher.setAAD(Buffer.from(VERSION));
	decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
	try {
		const plain = [decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()];
		return read(JSON.parse(Buffer.concat(plain).toString()));
	} catch {
		return undefined;
	}
}

function read(content: unknown): TicketContent | undefined {
	if (!isObject(content) || TEXTS.some((name) => typeof content[name] !== 'string'))
		return undefined;
	// Whoever has the App Secret can make tickets: none leads to another server.
	if (!/^\/(?![/\\])/.test(String(content.resume))) return undefined;
	const { expiresAt } = content;
	if (expiresAt !== undefined && typeof expiresAt !== 'number') return undefined;
	return content as unknown as TicketContent;
}
