import { DATE_FORMS, isDateFor } from './card-dates';
import type { Placed } from './card-tree';
import type { Content } from './fields';

const MAX_TEXT = 1_000;
const MAX_BUTTON_TEXT = 100;

const INPUT_TYPES = ['text', 'multiline_text', 'password'];
const BUTTON_TYPES = [
	'default',
	'primary',
	'danger',
	'text',
	'primary_text',
	'danger_text',
	'primary_filled',
	'danger_filled',
	'laser',
];

const INITIAL_DATES: Record<string, string> = {
	date_picker: 'initial_date',
	picker_time: 'initial_time',
	picker_datetime: 'initial_datetime',
};

type Rule = (node: Content, place: Placed) => string | undefined;

/** Of elements of JSON 2.0 (feishu-cards/card-json-v2-components/interactive-components). */
const RULES: Record<string, Rule> = {
	button: problemOfButton,
	checker: ({ text }) => (wordsOf(text) === undefined ? 'text is required' : undefined),
	date_picker: problemOfDate,
	input: problemOfInput,
	multi_select_person: problemOfPeople,
	multi_select_static: problemOfChoice,
	overflow: problemOfMenu,
	picker_datetime: problemOfDate,
	picker_time: problemOfDate,
	select_img: problemOfImages,
	select_person: problemOfPeople,
	select_static: problemOfChoice,
};

/** @returns what is wrong with the properties of an element; undefined when all is well */
export function problemOfElement(place: Placed): string | undefined {
	const { node, tag } = place;
	if (!Object.hasOwn(RULES, tag)) return undefined;
	return RULES[tag](node, place) ?? problemOfConfirm(node) ?? problemOfBehaviors(node);
}

/** The words of a text object. */
function wordsOf(text: unknown): string | undefined {
	const { tag, content } = (text ?? {}) as Content;
	return typeof tag === 'string' && typeof content === 'string' ? content : undefined;
}

function problemOfButton({ text, type = 'default' }: Content): string | undefined {
	if (!BUTTON_TYPES.includes(String(type))) return `type ${String(type)} is unknown`;
	const words = wordsOf(text) ?? '';
	return words.length > MAX_BUTTON_TEXT ? 'text has more than 100 characters' : undefined;
}

function problemOfInput(node: Content): string | undefined {
	const { input_type: type = 'text', max_length: limit = MAX_TEXT, default_value: value } = node;
	if (!INPUT_TYPES.includes(String(type))) return `input_type ${String(type)} is unknown`;
	const isLimit = Number.isInteger(limit) && Number(limit) >= 1 && Number(limit) <= MAX_TEXT;
	if (!isLimit) return 'max_length must be 1 to 1000';
	if (value === undefined) return undefined;
	if (typeof value !== 'string') return 'default_value must be a string';
	return value.length > Number(limit) ? 'default_value is longer than max_length' : undefined;
}

function problemOfDate(node: Content, { tag }: Placed): string | undefined {
	const field = INITIAL_DATES[tag];
	const initial = node[field];
	if (initial === undefined || initial === '') {
		return wordsOf(node.placeholder) === undefined
			? `placeholder is required without ${field}`
			: undefined;
	}
	const isGood = typeof initial === 'string' && isDateFor(tag, initial);
	return isGood ? undefined : `${field} must be ${DATE_FORMS[tag]}`;
}

function problemOfChoice({ options }: Content): string | undefined {
	return problemOfOptions(options, (option) =>
		wordsOf(option.text) === undefined ? 'text' : undefined,
	);
}

/** Without options, everybody in the chat is offered. */
function problemOfPeople({ options }: Content): string | undefined {
	return options === undefined ? undefined : problemOfOptions(options, () => undefined);
}

/** An option of a menu sends its value, or opens an address. */
function problemOfMenu({ options }: Content): string | undefined {
	const list = Array.isArray(options) ? (options as Array<Content | null>) : options;
	const withValues = Array.isArray(list) ? list.filter((option) => !option?.multi_url) : list;
	return problemOfChoice({ options: withValues });
}

/** Several images are chosen in a form alone. */
function problemOfImages(node: Content, { form }: Placed): string | undefined {
	if (node.multi_select === true && !form) return 'multi_select needs a form';
	return problemOfOptions(node.options, ({ img_key: key }) =>
		typeof key === 'string' && key !== '' ? undefined : 'img_key',
	);
}

function problemOfOptions(
	options: unknown,
	missing: (option: Content) => string | undefined,
): string | undefined {
	if (!Array.isArray(options)) return 'options are required';
	const values = new Set<string>();
	for (const given of options as Array<Content | null>) {
		const option = given ?? {};
		const { value } = option;
		if (typeof value !== 'string' || value === '') return 'every option needs a value';
		const name = missing(option);
		if (name) return `every option needs ${name}`;
		if (values.has(value)) return `the value ${value} of an option is not unique`;
		values.add(value);
	}
	return undefined;
}

function problemOfConfirm({ confirm }: Content): string | undefined {
	if (confirm === undefined) return undefined;
	const { title, text } = (confirm ?? {}) as Content;
	const isWhole = wordsOf(title) !== undefined && wordsOf(text) !== undefined;
	return isWhole ? undefined : 'confirm needs a title and a text';
}

function problemOfBehaviors({ behaviors }: Content): string | undefined {
	if (behaviors === undefined) return undefined;
	if (!Array.isArray(behaviors)) return 'behaviors must be a list';
	for (const behavior of behaviors as Array<Content | null>) {
		const { type, value, default_url: url } = behavior ?? {};
		if (type !== 'callback' && type !== 'open_url') return `behavior ${String(type)} is unknown`;
		if (type === 'open_url' && typeof url !== 'string') return 'open_url needs default_url';
		const isValue = value === undefined || typeof value === 'string' || typeof value === 'object';
		if (!isValue) return 'the value of a callback must be an object or a string';
	}
	return undefined;
}
