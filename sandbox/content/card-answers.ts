import type { CardInput } from './card-actions';
import { readAnswer, takesSeveral, type Answering } from './card-answer';
import type { Content } from './fields';

/** What stands in an element before a person has touched it. */
const INITIAL: Record<string, (node: Content) => unknown> = {
	input: ({ default_value }) => default_value ?? '',
	select_static: initialOption,
	select_person: initialOption,
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
export function formValue(inputs: CardInput[], given: Content, who: Answering): Content {
	const fields = new Map(inputs.map((input) => [input.name ?? '', input]));
	for (const name of Object.keys(given)) {
		const field = fields.get(name);
		if (!field) throw new Error(`The form has no field ${name}`);
		assertEnabled(field);
	}
	const entries = inputs.flatMap((input) => {
		const name = input.name ?? '';
		const answer = given[name] === undefined ? initialAnswer(input, who) : given[name];
		if (!isEmpty(answer)) return [[name, readAnswer(input, answer, who)] as const];
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
export function actionOf(input: CardInput, given: unknown, who: Answering): Content {
	assertEnabled(input);
	const answer = readAnswer(input, given, who);
	if (input.tag === 'input') return { input_value: answer };
	if (input.tag === 'checker') return { checked: answer };
	return takesSeveral(input) ? { options: answer } : { option: answer };
}

/** @throws Error for an element that nobody can press or change */
export function assertEnabled({ node, tag, name }: { node: Content; tag: string; name?: string }) {
	if (node.disabled !== true) return;
	throw new Error(`The ${tag}${name ? ` ${name}` : ''} is disabled`);
}

/** An initial value that the client cannot show is none. */
function initialAnswer(input: CardInput, who: Answering): unknown {
	const initial = INITIAL[input.tag]?.(input.node);
	if (isEmpty(initial)) return initial;
	try {
		readAnswer(input, initial, who);
		return initial;
	} catch {
		return undefined;
	}
}

/** `initial_index` counts from 1; 0 is none. */
function initialOption({ initial_option, initial_index, options }: Content): unknown {
	const list = Array.isArray(options) ? (options as Content[]) : [];
	return initial_option ?? list[Number(initial_index) - 1]?.value;
}

function isEmpty(answer: unknown): boolean {
	return answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);
}
