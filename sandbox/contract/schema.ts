import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';

import type { Field } from './contract';

export interface SchemaOptions {
	/**
	 * Lark ignores fields it does not know. The sandbox refuses them by default, because in our
	 * requests they are typing mistakes. No other place decides about unknown fields.
	 */
	allowUnknownFields?: boolean;
	/** Required strings may be empty, as in the text nodes of a post. */
	allowEmptyStrings?: boolean;
}

export interface FieldViolation {
	field: string;
	value: string;
	description: string;
	/** The JSON type was wrong: Lark's gateway refuses that before any other rule. */
	wrongType: boolean;
}

type JsonSchema = Record<string, unknown>;

const strict = new Ajv({ allErrors: true, verbose: true, strictTypes: false });
const coercing = new Ajv({
	allErrors: true,
	verbose: true,
	strictTypes: false,
	coerceTypes: 'array',
	useDefaults: true,
});

/** Checks JSON values: types must be right as they are. */
export function compileJson(fields: Field[], options: SchemaOptions = {}): ValidateFunction {
	return strict.compile(objectSchema(fields, options));
}

/** Checks and converts values that travel as text (path, query, form); fills in defaults. */
export function compileText(fields: Field[], options: SchemaOptions = {}): ValidateFunction {
	return coercing.compile(objectSchema(fields, options));
}

/** @returns what is wrong with a value, in Lark's `field_violations` form; empty when all is well */
export function violations(validate: ValidateFunction, value: unknown): FieldViolation[] {
	return validate(value) ? [] : (validate.errors ?? []).map(toViolation);
}

function objectSchema(fields: Field[], options: SchemaOptions): JsonSchema {
	return {
		type: 'object',
		properties: Object.fromEntries(fields.map((field) => [field.name, schema(field, options)])),
		required: fields.filter(isRequired).map((field) => field.name),
		additionalProperties: options.allowUnknownFields === true,
	};
}

function schema(field: Field, options: SchemaOptions): JsonSchema {
	const { type } = field;
	if (type.endsWith('[]')) {
		return array(field, schema({ ...field, type: type.slice(0, -2), default: undefined }, options));
	}
	if (type === 'list' || type === 'array') return array(field, {});
	if (type === 'string') return string(field, options);
	if (type === 'object | string') return { type: ['object', 'string'] };
	if (type === 'int') return { type: 'integer', ...limits(field, 'minimum', 'maximum') };
	if (type === 'boolean') return { type: 'boolean', ...defaultOf(field) };
	if (type.startsWith('map<')) return { type: 'object', additionalProperties: { type: 'string' } };
	if (field.children) {
		const allowUnknownFields = field.open ?? options.allowUnknownFields;
		return objectSchema(field.children, { ...options, allowUnknownFields });
	}
	return { type: 'object' };
}

function array(field: Field, items: JsonSchema): JsonSchema {
	return { type: 'array', items, ...pick(field, ['minItems', 'maxItems']) };
}

function string(field: Field, { allowEmptyStrings }: SchemaOptions): JsonSchema {
	return {
		type: 'string',
		...(isRequired(field) && !allowEmptyStrings ? { minLength: 1 } : {}),
		...pick(field, ['enum', 'minLength', 'maxLength', 'pattern']),
		...defaultOf(field),
	};
}

function limits(field: Field, minimum: string, maximum: string): JsonSchema {
	return {
		...(field.min === undefined ? {} : { [minimum]: field.min }),
		...(field.max === undefined ? {} : { [maximum]: field.max }),
		...defaultOf(field),
	};
}

function defaultOf(field: Field): JsonSchema {
	return field.default === undefined ? {} : { default: field.default };
}

function pick(field: Field, keys: Array<keyof Field>): JsonSchema {
	return Object.fromEntries(
		keys.filter((key) => field[key] !== undefined).map((key) => [key, field[key]]),
	);
}

function isRequired(field: Field): boolean {
	return field.required === true || field.effectivelyRequired === true;
}

function toViolation({
	keyword,
	instancePath,
	params,
	data,
	message,
}: ErrorObject): FieldViolation {
	const parent = instancePath.slice(1).replaceAll('/', '.');
	const named = String(params.missingProperty ?? params.additionalProperty ?? '');
	const field = [parent, named].filter(Boolean).join('.');
	const value = named ? '' : typeof data === 'object' ? JSON.stringify(data) : String(data);
	return {
		field,
		value,
		description: describe(keyword, field, value, params, message),
		wrongType: keyword === 'type',
	};
}

function describe(
	keyword: string,
	field: string,
	value: string,
	params: Record<string, unknown>,
	message = '',
): string {
	if (keyword === 'required' || (keyword === 'minLength' && value === '')) {
		return `${field} is required`;
	}
	if (keyword === 'additionalProperties') {
		return `${field} is not a field of this API (Lark would ignore it; the sandbox does not)`;
	}
	if (keyword === 'enum')
		return `${field}, options: [${(params.allowedValues as string[]).join(',')}]`;
	return `${field} ${message}`;
}
