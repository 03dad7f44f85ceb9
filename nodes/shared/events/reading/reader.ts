import type { IDataObject } from 'n8n-workflow';

/** A file in a message. `key` and `type` are what Lark's API for downloading it takes. */
export interface Attachment {
	key: string;
	type: 'image' | 'file';
	/** Only files and videos have one. */
	name?: string;
	/** Of a recording or video, in ms. */
	duration?: number;
}

/** What a message says, in words: mentions are still Lark's placeholders (`@_user_1`, `@_all`). */
export interface ReadContent {
	text: string;
	/** What can be downloaded: no stickers and no folders. */
	attachments: Attachment[];
}

/** Turns the parsed content of one message type into words. It may lack any field. */
export type ContentReader = (content: IDataObject) => ReadContent;

/** Content that is words alone. */
export const textOnly = (text: string): ReadContent => ({ text, attachments: [] });

/** A value as text; '' for what is none. */
export const str = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A list, or nothing for what is none. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** An object, or an empty one for what is none. */
export const object = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};

/** `[File: report.pdf, 3 s]`: how something that has no words of its own reads. Empty details are left out. */
export function label(kind: string, ...details: string[]): string {
	const given = details.filter((detail) => detail !== '').join(', ');
	return given === '' ? `[${kind}]` : `[${kind}: ${given}]`;
}

/** A mention: a placeholder, which `mentions` of the message resolve, or a name, where those are not. */
export function readMention(id: string, name: string): string {
	if (id === 'all') return '@_all';
	return id.startsWith('@_') ? id : `@${name || id}`;
}

/** `2 s`, `1.5 s`; '' when there is none. */
export function seconds(ms: unknown): string {
	return typeof ms === 'number' && ms >= 0 ? `${Math.round(ms / 100) / 10} s` : '';
}

/** A millisecond timestamp as ISO 8601 in UTC, for Lark does not tell the reader's time zone; '' when there is none. */
export function time(value: unknown): string {
	const date = new Date(Number(str(value) || NaN));
	return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace('.000Z', 'Z');
}
