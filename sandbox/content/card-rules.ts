import { INPUT_TAGS, isSubmit } from './card-actions';
import { isDeeper } from '../contract/depth';
import { partsOf, placedIn, type Placed } from './card-tree';
import { problemOfElement } from './element-rules';
import type { Content } from './fields';
import { NOT_POSSIBLE } from './refusals';

/** Why Lark cannot make a card: a sub-code of 230099, with its words. */
export interface CardProblem {
	code: number;
	reason: string;
	value?: string;
}

/** Sub-codes of 230099 (im-v1/message/create.md, feishu-cards/card-callback-communication). */
export const BROKEN_JSON = 200621;
const NO_NAME = 200530;
const NOT_IN_V2 = 200861;
const SAME_ELEMENT_ID = 300301;

const MAX_ELEMENTS = 200;
const MAX_CONTAINERS = 5;
const MAX_LEVELS = 500;

/** Of JSON 1.0 (feishu-cards/card-json-v2-breaking-changes-release-notes). */
const ONLY_IN_V1 = ['action', 'note'];

/** Starts with a letter, and has 20 characters at most. */
const ELEMENT_ID = /^[A-Za-z]\w{0,19}$/;

/** Elements and parts of elements that have their words in `content`. */
const TEXTS = ['plain_text', 'lark_md', 'markdown'];

/** @returns what is wrong with the texts of a card of either version; undefined when all is well */
export function problemOfTexts(card: Content): CardProblem | undefined {
	const wrong = partsOf(card).find(
		({ tag, content }) => TEXTS.includes(String(tag)) && typeof (content ?? '') !== 'string',
	);
	return wrong && broken('content must be a string', String(wrong.tag));
}

/**
 * Looks for what Lark refuses in the elements of a card JSON 2.0.
 *
 * @see feishu-cards/card-json-v2-components
 * @returns the first problem; undefined for a card that can be sent
 */
export function problemOfElements({ header, body }: Content): CardProblem | undefined {
	if (isDeeper([header, body], MAX_LEVELS)) return broken('the JSON is nested too deeply');
	const placed = placedIn([header, body], { containers: [] });
	if (placed.length > MAX_ELEMENTS) {
		return { code: NOT_POSSIBLE, reason: 'element exceeds the limit' };
	}
	for (const each of placed) {
		const problem = problemOfPlace(each) ?? problemOfForm(each) ?? problemOfName(each);
		if (problem) return problem;
		const reason = problemOfId(each.node) ?? problemOfElement(each);
		if (reason) return broken(reason, each.tag);
	}
	return problemOfRepeats(placed);
}

const broken = (reason: string, value?: string): CardProblem => ({
	code: BROKEN_JSON,
	reason: `parse card json err, ${reason}`,
	value,
});

const notSupported = (tag: string): CardProblem => ({
	code: BROKEN_JSON,
	reason: `type of element is not supported tag: ${tag}`,
});

/** A form stands directly in the body, and has neither a form nor a table in it (containers/form-container). */
function problemOfPlace({ tag, form, containers }: Placed): CardProblem | undefined {
	if (ONLY_IN_V1.includes(tag)) {
		const reason = 'cards of schema V2 no longer support this capability';
		return { code: NOT_IN_V2, reason, value: `unsupported tag ${tag}` };
	}
	if (tag === 'form' && containers.length > 0) return notSupported(tag);
	if (tag === 'table' && form) return notSupported(tag);
	if (containers.length > MAX_CONTAINERS) return broken('containers are nested too deeply', tag);
	return undefined;
}

function problemOfForm({ node, tag }: Placed): CardProblem | undefined {
	if (tag !== 'form') return undefined;
	if (!isName(node.name)) return noName('form');
	const inside = placedIn(node.elements, { containers: [] });
	if (inside.some((each) => each.tag === 'button' && isSubmit(each.node))) return undefined;
	return broken('a form needs a submit button', String(node.name));
}

/** The name of an element in a form says whose value it is. */
function problemOfName({ node, tag, form }: Placed): CardProblem | undefined {
	if (!form || !(tag === 'button' || INPUT_TAGS.includes(tag))) return undefined;
	return isName(node.name) ? undefined : noName(tag);
}

const noName = (tag: string): CardProblem => ({
	code: NO_NAME,
	reason: 'the name of a component in a form is empty',
	value: tag,
});

const isName = (name: unknown) => typeof name === 'string' && name !== '';

function problemOfId({ element_id: id }: Content): string | undefined {
	if (id === undefined || id === '') return undefined;
	const isGood = typeof id === 'string' && ELEMENT_ID.test(id);
	return isGood ? undefined : `element_id ${String(id)} is invalid`;
}

function problemOfRepeats(placed: Placed[]): CardProblem | undefined {
	const named = placed.filter(
		({ tag }) => tag === 'form' || tag === 'button' || INPUT_TAGS.includes(tag),
	);
	const name = repeated(named.map(({ node }) => node.name));
	if (name !== undefined) return { code: NOT_POSSIBLE, reason: 'name is not unique', value: name };
	const id = repeated(placed.map(({ node }) => node.element_id));
	if (id === undefined) return undefined;
	return { code: SAME_ELEMENT_ID, reason: 'element_id is not unique', value: id };
}

function repeated(names: unknown[]): string | undefined {
	const seen = new Set<unknown>();
	for (const name of names) {
		if (name === undefined || name === '') continue;
		if (seen.has(name)) return String(name);
		seen.add(name);
	}
	return undefined;
}
