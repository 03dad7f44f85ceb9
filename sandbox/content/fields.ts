import type { ValidateFunction } from 'ajv';

import type { Field } from '../contract/contract';
import { compileJson, violations, type SchemaOptions } from '../contract/schema';
import { badContent } from './refusals';

/** The content of a message, parsed. */
export type Content = Record<string, unknown>;

/** How strictly content is checked. */
export type Strictness = Pick<SchemaOptions, 'allowUnknownFields'>;

type Validators = Record<string, ValidateFunction>;

/**
 * Compiles one validator for each name.
 *
 * @returns a function that gives the validators that refuse unknown fields, or those that accept them
 */
export function compileAll(
	types: Record<string, Field[]>,
	options?: SchemaOptions,
): (strictness: Strictness) => Validators {
	const compile = (more: Strictness) =>
		Object.fromEntries(
			Object.entries(types).map(([name, fields]) => [
				name,
				compileJson(fields, { ...options, ...more }),
			]),
		);
	let strict: Validators | undefined;
	let lenient: Validators | undefined;
	return ({ allowUnknownFields = false }) =>
		allowUnknownFields
			? (lenient ??= compile({ allowUnknownFields }))
			: (strict ??= compile({ allowUnknownFields }));
}

/** @throws LarkError 230001 with the first violation */
export function assertFields(validate: ValidateFunction, value: unknown): void {
	const [problem] = violations(validate, value);
	if (problem) throw badContent(problem.description);
}
