import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';

import { isTooDeep, MAX_DEPTH } from '../jsonDepth';
import { isObject } from '../objects';
import type { ConsoleOf } from './consoleLink';
import { LarkFailure } from './failure';
import { cardAdvice, meaningOf } from './meaning';
import { lackOfScopes } from './missingScopes';

/** A response in Lark's envelope. `data` is absent where an old endpoint puts its fields at the top level. */
export interface LarkResponse extends IDataObject {
	code: number;
	msg?: string;
}

const header = ({ headers }: IN8nHttpFullResponse, name: string): string =>
	typeof headers[name] === 'string' ? headers[name] : '';

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Field by field what Lark's own check found wrong. */
function violationsOf({ error }: IDataObject): string[] {
	const violations = isObject(error) ? error.field_violations : undefined;
	if (!Array.isArray(violations)) return [];
	return violations
		.filter(isObject)
		.map(({ field, description }) => `${textIn(field)}: ${textIn(description)}`);
}

/** Ends a text with a full stop, unless it ends with a mark already. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/**
 * Reads the body of an HTTP response as Lark's envelope, whatever the HTTP status.
 *
 * @throws LarkFailure for any other body: a proxy's HTML page, an empty or cut body, and JSON that n8n could not store
 */
export function readResponse(response: IN8nHttpFullResponse): LarkResponse {
	const { body, statusCode } = response;
	if (isObject(body) && isTooDeep(body)) {
		throw new LarkFailure(`The answer is nested more than ${MAX_DEPTH} levels deep`, {
			description: 'n8n cannot store such an answer. Check the address of the credential.',
			httpStatus: statusCode,
		});
	}
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
 * Takes the reason out of Lark's words: what is wrong with a card, or what follows `ext=`.
 *
 * @returns '' when there is none
 */
function reasonIn(said: string): string {
	const [, card] = /ErrMsg: ?([^;]+)/.exec(said) ?? [];
	const [, ext] = /\bext ?= ?(.+)/s.exec(said) ?? [];
	return (card ?? ext ?? '').trim();
}

const UNKNOWN_FAULT = 'This is a failure on the side of Lark. Try again later.';

/**
 * Explains a response with a code other than 0: what happened and why, what to do, from the table of
 * documented codes, with Lark's own words, the code and the log ID.
 *
 * @param path of the endpoint, from /open-apis on, for codes whose meaning depends on it
 * @param app whose console the links are to lead to; none without it
 * @see api-call-guide, "Common error codes"; the error tables of the endpoints
 */
export async function failureOf(
	{ code, msg: said = '', ...body }: LarkResponse,
	http: IN8nHttpFullResponse,
	path = '',
	app?: ConsoleOf,
): Promise<LarkFailure> {
	const { message: known, fix: usual } = await meaningOf(code, path);
	const logId = header(http, 'x-tt-logid');
	const reason = violationsOf(body).join('; ') || reasonIn(said);
	const lack = lackOfScopes(code, body, app);
	const happened = lack?.message || known || (reason ? 'Lark refuses the request' : said);
	const message =
		[happened, reason].filter(Boolean).join(': ') || `Lark refused the request with code ${code}`;
	const fix =
		lack?.fix ??
		(await cardAdvice(said)) ??
		usual ??
		(http.statusCode >= 500 ? UNKNOWN_FAULT : undefined);
	const description = [
		fix && sentence(fix),
		said && !message.includes(reason || said) && sentence(`Lark says: ${said}`),
		`(Lark code ${code}${logId && `, log ID ${logId}`})`,
	];
	return new LarkFailure(message, {
		description: description.filter(Boolean).join(' '),
		code,
		httpStatus: http.statusCode,
		logId,
	});
}
