import type { FieldViolation } from './schema';

export interface ErrorDetail {
	/** Appended to the message as Lark's IM service does: `..., ext=<reason>`. */
	ext?: string;
	/** Appended after a colon, or put in the place of `%v` or `%s`: IDs, scopes. */
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
