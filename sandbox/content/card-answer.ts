import type { CardInput } from './card-actions';
import { DATE_FORMS, isDateFor, withOffset } from './card-dates';
import type { Content } from './fields';

/** Who answers. */
export interface Answering {
	/** Gives the open_id of a person as the app knows it; undefined for somebody who is not in the chat. */
	find: (id: string) => string | undefined;
	/** Such as `Asia/Shanghai`. */
	timezone: string;
}

const MAX_LENGTH = 1_000;

/**
 * Reads what a person answers to one element.
 *
 * @returns the answer as the callback has it
 * @throws Error that names the element, for an answer that the client does not let anybody give
 */
export function readAnswer(input: CardInput, given: unknown, who: Answering): unknown {
	const { tag, node } = input;
	if (tag === 'checker') return typeof given === 'boolean' ? given : refuse(input, 'true or false');
	if (takesSeveral(input)) return readChoices(input, given, who);
	if (typeof given !== 'string') return refuse(input, 'a text');
	if (tag in DATE_FORMS) {
		return isDateFor(tag, given) ? withOffset(given, who.timezone) : refuse(input, DATE_FORMS[tag]);
	}
	if (tag !== 'input') return readChoice(input, given, who);
	const limit = typeof node.max_length === 'number' ? node.max_length : MAX_LENGTH;
	return given.length <= limit ? given : refuse(input, `at most ${limit} characters`);
}

/** @returns whether the answer is a list */
export const takesSeveral = ({ tag, node }: CardInput) =>
	tag.startsWith('multi_') || (tag === 'select_img' && node.multi_select === true);

function readChoices(input: CardInput, given: unknown, who: Answering): string[] {
	if (!Array.isArray(given)) return refuse(input, 'a list');
	const chosen = given.map((each) => readChoice(input, each, who));
	return new Set(chosen).size === chosen.length ? chosen : refuse(input, 'a list without repeats');
}

function readChoice(input: CardInput, given: unknown, who: Answering): string {
	const options = (input.node.options as Content[] | undefined) ?? [];
	if (input.tag.endsWith('_person')) return readPerson(input, options, String(given), who);
	const option = options.find(({ value }) => value === given);
	if (!option) return refuse(input, 'one of its options');
	if (option.disabled === true) return refuse(input, 'an option that is not disabled');
	return String(given);
}

/** Without options, or with people who are not there alone, everybody in the chat is offered. */
function readPerson(
	input: CardInput,
	options: Content[],
	given: string,
	{ find }: Answering,
): string {
	const offered = options.flatMap(({ value }) => find(String(value)) ?? []);
	const person = find(given);
	const isOffered = offered.length === 0 || (person && offered.includes(person));
	return person && isOffered ? person : refuse(input, 'one of its people');
}

function refuse({ tag, name }: CardInput, wanted: string): never {
	throw new Error(`The answer to the ${tag}${name ? ` ${name}` : ''} must be ${wanted}`);
}
