import type { ValidateFunction } from 'ajv';

import type { Endpoint, Field } from '../contract/contract';
import { LarkError } from '../contract/lark-error';
import { compileJson, compileText, violations, type FieldViolation } from '../contract/schema';
import type { RequestBody } from './body';
import type { OpenCall } from './handler';

interface Validators {
	query: ValidateFunction;
	params: ValidateFunction;
	json: ValidateFunction;
	form: ValidateFunction;
}

/** The validators of all endpoints, compiled when an endpoint is first called. */
export class Validator {
	private readonly compiled = new Map<string, Validators>();

	constructor(private readonly allowUnknownFields: boolean) {}

	/**
	 * Checks path, query and body against the contract.
	 *
	 * @returns the fields, converted to the contract's types and with its defaults
	 * @throws LarkError 99992402 with field_violations, 9499 for a body that is no JSON or has a value of the
	 * wrong JSON type, 10003 from the token APIs
	 */
	check(
		endpoint: Endpoint,
		params: Record<string, string>,
		query: Record<string, unknown>,
		body: RequestBody,
	): Pick<OpenCall, 'params' | 'query' | 'body' | 'files'> {
		const { query: validQuery, params: validParams, json, form } = this.validators(endpoint);
		const values = {
			params: { ...params },
			query: withoutEmpty(query),
			body: bodyOf(endpoint, body),
		};
		const inBody = checkBody(endpoint, body, values.body, { json, form });
		const problems = [
			...violations(validParams, values.params),
			...violations(validQuery, values.query),
			...inBody,
		];
		const isMalformed = !isMultipart(endpoint) && inBody.some((problem) => problem.wrongType);
		if (problems.length > 0) throw refusal(endpoint, problems, isMalformed);
		return { ...values, files: body.files };
	}

	private validators(endpoint: Endpoint): Validators {
		const known = this.compiled.get(endpoint.id);
		if (known) return known;
		const options = { allowUnknownFields: this.allowUnknownFields };
		const validators = {
			params: compileText(endpoint.pathParams, options),
			query: compileText(endpoint.query, options),
			json: compileJson(endpoint.body, options),
			form: compileText(
				endpoint.body.filter((field) => !isFile(field)),
				options,
			),
		};
		this.compiled.set(endpoint.id, validators);
		return validators;
	}
}

function checkBody(
	endpoint: Endpoint,
	body: RequestBody,
	values: Record<string, unknown>,
	{ json, form }: Pick<Validators, 'json' | 'form'>,
): FieldViolation[] {
	if (!isMultipart(endpoint)) return violations(json, values);
	const missing = endpoint.body
		.filter((field) => isFile(field) && field.required && !body.files[field.name])
		.map(({ name }) => violation(name, `${name} is required, as a file part`));
	const unknown = Object.keys(body.files)
		.filter((name) => !endpoint.body.some((field) => isFile(field) && field.name === name))
		.map((name) => violation(name, `${name} is not a file field of this API`));
	return [...violations(form, values), ...missing, ...unknown];
}

function bodyOf(endpoint: Endpoint, body: RequestBody): Record<string, unknown> {
	if (isMultipart(endpoint)) {
		if (body.kind !== 'form') throw contentTypeError(endpoint, 'multipart/form-data');
		return { ...body.fields };
	}
	if (body.kind === 'invalid') throw new LarkError(9499);
	if (endpoint.body.length > 0 && ['other', 'urlencoded'].includes(body.kind)) {
		throw contentTypeError(endpoint, 'application/json; charset=utf-8');
	}
	return body.fields;
}

function contentTypeError(endpoint: Endpoint, expected: string): LarkError {
	return refusal(endpoint, [violation('Content-Type', `Content-Type must be ${expected}`)]);
}

function refusal(endpoint: Endpoint, problems: FieldViolation[], isMalformed = false): LarkError {
	if (endpoint.id.startsWith('auth.v3.')) {
		return new LarkError(10003, { subject: problems.map((p) => p.description).join('; ') });
	}
	return new LarkError(isMalformed ? 9499 : 99992402, { violations: problems });
}

function violation(field: string, description: string): FieldViolation {
	return { field, value: '', description, wrongType: false };
}

/** An empty query value counts as absent, as Lark reports it. */
function withoutEmpty(query: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

function isMultipart(endpoint: Endpoint): boolean {
	return endpoint.contentType === 'multipart/form-data';
}

function isFile(field: Field): boolean {
	return field.type === 'file';
}
