import type { ValidateFunction } from 'ajv';

import type { Field } from '../contract/contract';
import { compileJson, violations, type SchemaOptions } from '../contract/schema';
import { badContent } from './refusals';

/** @returns one validator for each name */
export function compileAll(
	types: Record<string, Field[]>,
	options?: SchemaOptions,
): Record<string, ValidateFunction> {
	return Object.fromEntries(
		Object.entries(types).map(([name, fields]) => [name, compileJson(fields, options)]),
	);
}

/** @throws LarkError 230001 with the first thing that is wrong */
export function assertFields(validate: ValidateFunction, value: unknown): void {
	const [problem] = violations(validate, value);
	if (problem) throw badContent(problem.description);
}
