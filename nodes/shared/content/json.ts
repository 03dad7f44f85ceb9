import { isObject } from '../objects';
import { InputError } from '../inputError';
import { extentOf, MAX_DEPTH } from '../jsonDepth';

export type JsonObject = Record<string, unknown>;

function parse(text: string): { value: unknown } | { problem: string } {
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		return { problem: (error as Error).message };
	}
}

/** Far more than any message has, and few enough to be counted in no time. */
const MAX_VALUES = 500_000;

/**
 * Checks that a value can be written as JSON: one that is nested too deeply would exceed the stack, and
 * one that contains the same again and again would keep n8n busy.
 *
 * @param what names it in the error
 * @returns the value
 * @throws InputError when it is too deep, contains itself or is too large
 */
export function checkExtent(json: unknown, what: string): unknown {
	if (typeof json !== 'object' || json === null) return json;
	const extent = extentOf(json, MAX_VALUES);
	if (extent === 'fits') return json;
	throw new InputError(
		extent === 'too deep'
			? `${what} is nested more than ${MAX_DEPTH} levels deep`
			: `${what} has more than ${MAX_VALUES} values`,
		'Check the expression that makes it: neither Lark nor n8n can show such a value.',
	);
}

function written(value: unknown): { text: string } | { problem: string } {
	try {
		return { text: JSON.stringify(value) };
	} catch (error) {
		return { problem: (error as Error).message };
	}
}

function asJson(value: unknown, what: string): unknown {
	const json = written(value);
	if ('text' in json) return JSON.parse(json.text);
	throw new InputError(
		`${what} cannot be written as JSON: ${json.problem}`,
		'Check the expression that makes it.',
	);
}

/**
 * Reads what a JSON editor or an expression gives, as JSON has it: a time such as $now is its ISO text.
 *
 * @param value text of JSON, or an object or a list
 * @param what names it in the error
 * @throws InputError when it is empty, nested too deeply, too large or no JSON, with what the parser says
 */
export function readJson(value: unknown, what: string): unknown {
	if (typeof value === 'object' && value !== null) {
		return asJson(checkExtent(value, what), what);
	}
	const text = String(value ?? '').trim();
	const fix = 'Enter JSON, or an expression that gives an object.';
	if (text === '') throw new InputError(`${what} is empty`, fix);
	const parsed = parse(text);
	if ('value' in parsed) return checkExtent(parsed.value, what);
	throw new InputError(`${what} is not JSON: ${parsed.problem}`, fix);
}

/**
 * As `readJson`, for what must be an object.
 *
 * @throws InputError for anything else
 */
export function readObject(value: unknown, what: string): JsonObject {
	const object = readJson(value, what);
	if (isObject(object)) return object;
	throw new InputError(`${what} is not an object`, 'Enter JSON such as {"name": "value"}.');
}

/** Reads a value that may be the JSON of an object or a list; anything else stays as it is. */
export function readJsonOrText(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
	const parsed = parse(value);
	return 'value' in parsed ? parsed.value : value;
}
