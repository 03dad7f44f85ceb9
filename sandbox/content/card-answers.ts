import type { CardInput } from './card-actions';
import type { Content } from './fields';

/** Gives the open_id of a person as the app knows it; undefined for somebody whom the list does not have. */
export type FindPerson = (id: string) => string | undefined;

const MAX_LENGTH = 1_000;

const DATES: Record<string, RegExp> = {
	date_picker: /^\d{4}-\d{2}-\d{2}$/,
	picker_time: /^\d{2}:\d{2}$/,
	picker_datetime: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
};

/** What stands in an element before a person has touched it. */
const INITIAL: Record<string, (node: Content) => unknown> = {
	input: ({ default_value }) => default_value ?? '',
	select_static: ({ initial_option }) => initial_option,
	select_person: ({ initial_option }) => initial_option,
	multi_select_static: ({ selected_values }) => selected_values,
	multi_select_person: ({ selected_values }) => selected_values,
	date_picker: ({ initial_date }) => initial_date,
	picker_time: ({ initial_time }) => initial_time,
	picker_datetime: ({ initial_datetime }) => initial_datetime,
	checker: ({ checked }) => checked ?? false,
};

/**
 * Reads the answers to a whole form; what is not given stays as it was before.
 *
 * @returns the `form_value` of the callback
 * @throws Error that names the field, for an answer that the client does not accept
 */
export function formValue(inputs: CardInput[], given: Content, find: FindPerson): Content {
	const names = inputs.map(({ name }) => name);
	const unknown = Object.keys(given).find((name) => !names.includes(name));
	if (unknown !== undefined) throw new Error(`The form has no field ${unknown}`);
	const entries = inputs.flatMap((input) => {
		const name = input.name ?? '';
		const answer = given[name] ?? INITIAL[input.tag]?.(input.node);
		if (!isEmpty(answer)) return [[name, readAnswer(input, answer, find)] as const];
		if (input.node.required === true) throw new Error(`The form needs its field ${name}`);
		return input.tag === 'input' ? [[name, ''] as const] : [];
	});
	return Object.fromEntries(entries);
}

/**
 * Reads the answer to an element that stands alone.
 *
 * @returns the fields of the callback's `action`
 * @throws Error for an answer that the client does not accept
 */
export function actionOf(input: CardInput, given: unknown, find: FindPerson): Content {
	const answer = readAnswer(input, given, find);
	if (input.tag === 'input') return { input_value: answer };
	if (input.tag === 'checker') return { checked: answer };
	return input.tag.startsWith('multi_') ? { options: answer } : { option: answer };
}

function readAnswer(input: CardInput, given: unknown, find: FindPerson): unknown {
	const { tag, node } = input;
	if (tag === 'checker') return typeof given === 'boolean' ? given : refuse(input, 'true or false');
	if (tag.startsWith('multi_')) {
		if (!Array.isArray(given)) return refuse(input, 'a list');
		return given.map((each) => readChoice(input, each, find));
	}
	if (typeof given !== 'string') return refuse(input, 'a text');
	if (tag in DATES) return DATES[tag].test(given) ? withOffset(given) : refuse(input, 'a date');
	if (tag !== 'input') return readChoice(input, given, find);
	const limit = typeof node.max_length === 'number' ? node.max_length : MAX_LENGTH;
	return given.length <= limit ? given : refuse(input, `at most ${limit} characters`);
}

function readChoice(input: CardInput, given: unknown, find: FindPerson): string {
	const options = (input.node.options as Content[] | undefined) ?? [];
	if (!input.tag.endsWith('_person')) {
		const isKnown = options.some(({ value }) => value === given);
		return isKnown ? String(given) : refuse(input, 'one of its options');
	}
	const person = find(String(given));
	const isOffered =
		options.length === 0 || options.some(({ value }) => find(String(value)) === person);
	return person && isOffered ? person : refuse(input, 'one of its people');
}

/** The client adds its own offset: `2024-04-01 +0800`. */
function withOffset(text: string): string {
	const minutes = -new Date().getTimezoneOffset();
	const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	const digits = [hours, rest].map((part) => String(part).padStart(2, '0')).join('');
	return `${text} ${minutes < 0 ? '-' : '+'}${digits}`;
}

function isEmpty(answer: unknown): boolean {
	return answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);
}

function refuse({ tag, name }: CardInput, wanted: string): never {
	throw new Error(`The answer to the ${tag}${name ? ` ${name}` : ''} must be ${wanted}`);
}
