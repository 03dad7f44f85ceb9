import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../objects';

/** What the waiting node answers to what it does not take. */
export const REFUSED = 'Refused';

/** The only field of the form in which a click is handed over. */
const FIELD = 'handover';

/**
 * Writes what is handed to the waiting webhook as the form that n8n takes there: for questions with Custom Form
 * it takes nothing else.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/webhook-helpers.ts `requiresMultipartFormData`
 */
export function handOverForm(body: IDataObject): {
	headers: Record<string, string>;
	bytes: Buffer;
} {
	const boundary = `----lark-${randomUUID()}`;
	const parts = [
		`--${boundary}`,
		`Content-Disposition: form-data; name="${FIELD}"`,
		'',
		JSON.stringify(body),
		`--${boundary}--`,
		'',
	];
	return {
		headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
		bytes: Buffer.from(parts.join('\r\n')),
	};
}

/**
 * Reads what was handed over. Whether it is proven is another matter.
 *
 * @param body as n8n has parsed it: the form, or the same as JSON
 * @returns an empty object for anything else
 */
export function readHandOver(body: unknown): IDataObject {
	if (!isObject(body)) return {};
	const text = isObject(body.data) ? body.data[FIELD] : undefined;
	if (typeof text !== 'string') return body;
	try {
		const given: unknown = JSON.parse(text);
		return isObject(given) ? given : {};
	} catch {
		return {};
	}
}
