import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';

import { isObject } from '../objects';
import { LarkFailure } from './failure';

type Catalog = Record<string, string[] | undefined>;

/** A response in Lark's envelope. `data` is absent where an old endpoint puts its fields at the top level. */
export interface LarkResponse extends IDataObject {
	code: number;
	msg?: string;
}

const header = ({ headers }: IN8nHttpFullResponse, name: string): string =>
	typeof headers[name] === 'string' ? headers[name] : '';

/** Field by field what Lark's own check found wrong. */
function violationsOf({ error }: IDataObject): string[] {
	const violations = isObject(error) ? error.field_violations : undefined;
	if (!Array.isArray(violations)) return [];
	return violations
		.filter(isObject)
		.map(({ field, description }) => `${String(field)}: ${String(description)}`);
}

/** Ends a text with a full stop, unless it ends with a mark already. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/**
 * Reads the body of an HTTP response as Lark's envelope, whatever the HTTP status.
 *
 * @throws LarkFailure for any other body: a proxy's HTML page, an empty or cut body
 */
export function readResponse(response: IN8nHttpFullResponse): LarkResponse {
	const { body, statusCode } = response;
	if (isObject(body) && typeof body.code === 'number') return { ...body, code: body.code };
	const type = header(response, 'content-type').split(';')[0];
	throw new LarkFailure(`The answer is not from the Lark API (HTTP ${statusCode})`, {
		description: `Expected JSON with a code, got ${
			body ? type || 'an unknown format' : 'an empty body'
		}. Check the region or base URL of the credential, and any proxy in between.`,
		httpStatus: statusCode,
	});
}

/**
 * Explains a response with a code other than 0: what happened and what to do, from the table of
 * documented codes, with Lark's own words, the code and the log ID.
 *
 * @param api the last part of the endpoint's path, for codes that mean something else there
 * @see api-call-guide, "Common error codes"; the error tables of the endpoints
 */
export async function failureOf(
	{ code, msg: said = '', ...body }: LarkResponse,
	http: IN8nHttpFullResponse,
	api = '',
): Promise<LarkFailure> {
	const catalog = (await import('./errorCatalog.json')).default as Catalog;
	const [known, fix] = catalog[`${api} ${code}`] ?? catalog[String(code)] ?? [];
	const logId = header(http, 'x-tt-logid');
	const violations = violationsOf(body);
	const message = known || said || `Lark refused the request with code ${code}`;
	const description = [
		fix && sentence(fix),
		violations.length > 0 && sentence(violations.join('; ')),
		said && said !== message && sentence(`Lark says: ${said}`),
		`(Lark code ${code}${logId && `, log ID ${logId}`})`,
	];
	return new LarkFailure(message, {
		description: description.filter(Boolean).join(' '),
		code,
		httpStatus: http.statusCode,
		logId,
	});
}
