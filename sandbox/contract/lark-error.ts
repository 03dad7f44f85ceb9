import { describeError, type Endpoint } from './contract';
import type { FieldViolation } from './schema';

export interface ErrorDetail {
	/** Appended to the message as Lark's IM service does: `..., ext=<reason>`. */
	ext?: string;
	/** Appended after a colon, or put in the place of `%v`: IDs, scopes. */
	subject?: string;
	violations?: FieldViolation[];
	/** More members of the `error` object. */
	error?: Record<string, unknown>;
	headers?: Record<string, string>;
	httpStatus?: number;
}

/** A refusal with one of Lark's codes. Message and HTTP status come from the contract. */
export class LarkError extends Error {
	constructor(
		readonly code: number,
		readonly detail: ErrorDetail = {},
	) {
		super(`Lark code ${code}`);
	}
}

export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: Record<string, unknown> | Buffer | string;
}

/**
 * Builds Lark's error answer.
 *
 * @param endpoint whose error table is asked first; undefined before the API is known
 */
export function errorAnswer(
	error: LarkError,
	endpoint: Endpoint | undefined,
	logId: string,
): Answer {
	const { code, detail } = error;
	const { httpStatus, message } = describeError(endpoint, code);
	const host = 'https://open.larksuite.com';
	return {
		status: detail.httpStatus ?? httpStatus,
		headers: detail.headers ?? {},
		body: {
			code,
			msg: compose(message, detail),
			error: {
				log_id: logId,
				troubleshooter: `Troubleshooting suggestions: ${host}/search?from=openapi&log_id=${logId}&code=${code}`,
				...(detail.violations && { field_violations: detail.violations.map(publicViolation) }),
				...detail.error,
			},
		},
	};
}

function compose(message: string, { ext, subject }: ErrorDetail): string {
	if (ext !== undefined) return `${message.replace(/\.$/, '')}, ext=${ext}`;
	if (subject === undefined) return message;
	return message.includes('%v') ? message.replace('%v', subject) : `${message}: ${subject}`;
}

function publicViolation({ field, value, description }: FieldViolation) {
	return { field, value, description };
}
