import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import busboy from 'busboy';

import { isDeeper } from '../contract/depth';

/** A file part of a multipart form. */
export interface UploadedFile {
	fileName: string;
	bytes: Buffer;
}

export interface RequestBody {
	/** `invalid`: declared as JSON, but not a JSON object, or one that is nested too deeply. */
	kind: 'none' | 'json' | 'form' | 'urlencoded' | 'other' | 'invalid';
	fields: Record<string, unknown>;
	files: Record<string, UploadedFile>;
	byteLength: number;
}

/** Reads a whole request body: JSON, a form, a multipart form with its files, or something else. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
	const type = request.headers['content-type'] ?? '';
	if (type.startsWith('multipart/form-data')) return readForm(request);
	const raw = await buffer(request);
	const body = { fields: {}, files: {}, byteLength: raw.byteLength };
	if (raw.byteLength === 0) return { ...body, kind: 'none' };
	if (type.startsWith('application/x-www-form-urlencoded')) {
		const fields = fieldsOf(new URLSearchParams(raw.toString('utf8')));
		return { ...body, kind: 'urlencoded', fields };
	}
	if (!type.startsWith('application/json')) return { ...body, kind: 'other' };
	const fields = parseObject(raw.toString('utf8'));
	return fields ? { ...body, kind: 'json', fields } : { ...body, kind: 'invalid' };
}

/** A name that comes several times has a list of its values. */
export function fieldsOf(given: URLSearchParams): Record<string, unknown> {
	const names = [...new Set(given.keys())];
	const entries = names.map((name) => {
		const values = given.getAll(name);
		return [name, values.length > 1 ? values : values[0]] as const;
	});
	return Object.fromEntries(entries);
}

function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		return isObject && !isDeeper(value) ? (value as Record<string, unknown>) : undefined;
	} catch {
		return undefined;
	}
}

async function readForm(request: IncomingMessage): Promise<RequestBody> {
	const body: RequestBody = { kind: 'form', fields: {}, files: {}, byteLength: 0 };
	const parts: Array<Promise<void>> = [];
	try {
		const form = busboy({ headers: request.headers, defParamCharset: 'utf8' });
		form.on('field', (name, value) => {
			body.fields[name] = value;
		});
		form.on('file', (name, stream, { filename }) => {
			parts.push(
				buffer(stream).then((bytes) => {
					body.files[name] = { fileName: filename ?? '', bytes };
					body.byteLength += bytes.byteLength;
				}),
			);
		});
		await new Promise((resolve, reject) => {
			form.on('close', resolve).on('error', reject);
			request.pipe(form);
		});
		await Promise.all(parts);
		return body;
	} catch {
		return { ...body, kind: 'invalid' };
	}
}
