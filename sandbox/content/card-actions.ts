import type { Content } from './fields';

/** A button that sends something to the app: its value, or the form that it is in. */
export interface CardButton {
	node: Content;
	tag: 'button';
	value: unknown;
	name?: string;
	/** The inputs of the form that it submits. */
	submits?: CardInput[];
}

/** An element that takes an answer from the person. */
export interface CardInput {
	node: Content;
	tag: string;
	name?: string;
	/** Its answer goes with the form, not alone. */
	inForm: boolean;
}

export interface CardActions {
	buttons: CardButton[];
	inputs: CardInput[];
}

/** The elements that take an answer. */
export const INPUT_TAGS = [
	'input',
	'select_static',
	'multi_select_static',
	'select_person',
	'multi_select_person',
	'date_picker',
	'picker_time',
	'picker_datetime',
	'checker',
	'overflow',
	'select_img',
];

/** What a person can press, choose or fill in on a card, in the order in which it is written. */
export function actionsOf(card: unknown): CardActions {
	const found: CardActions = { buttons: [], inputs: [] };
	const isV2 = (card as Content | null)?.schema !== undefined;
	collect(card, { found, isV2 });
	return found;
}

interface Place {
	found: CardActions;
	isV2: boolean;
	form?: CardInput[];
}

function collect(node: unknown, place: Place): void {
	if (typeof node !== 'object' || node === null) return;
	const content = node as Content;
	const { found, form } = place;
	if (content.tag === 'button') {
		if (sendsOnPress(content, place)) found.buttons.push(buttonOf(content, form));
	} else if (INPUT_TAGS.includes(String(content.tag))) {
		const input = { node: content, tag: String(content.tag), ...nameOf(content), inForm: !!form };
		found.inputs.push(input);
		form?.push(input);
	} else {
		const own = content.tag === 'form' ? [] : form;
		for (const child of Object.values(content)) collect(child, { ...place, form: own });
	}
}

/** A button of JSON 2.0 calls back unless its behaviors say something else; of JSON 1.0, if it has a value. */
function sendsOnPress(node: Content, { isV2, form }: Place): boolean {
	if (isReset(node)) return false;
	if (form && isSubmit(node)) return true;
	return callsBack(node) || (isV2 && !form && node.behaviors === undefined);
}

function buttonOf(node: Content, form: CardInput[] | undefined): CardButton {
	const submits = form && isSubmit(node) ? form : undefined;
	return { node, tag: 'button', value: callbackValue(node), ...nameOf(node), submits };
}

function nameOf({ name }: Content) {
	return typeof name === 'string' ? { name } : {};
}

/** @returns whether a button submits the form around it */
export const isSubmit = ({ form_action_type, action_type }: Content) =>
	form_action_type === 'submit' || action_type === 'form_submit';

const isReset = ({ form_action_type, action_type }: Content) =>
	form_action_type === 'reset' || action_type === 'form_reset';

/** @returns whether an element has a callback of its own */
export function callsBack({ behaviors, value }: Content): boolean {
	if (!Array.isArray(behaviors)) return value !== undefined;
	return callbackIn(behaviors) !== undefined;
}

/** The value that goes to the app: of JSON 2.0 in the behaviors, of JSON 1.0 beside the text. */
export function callbackValue({ behaviors, value }: Content): unknown {
	if (!Array.isArray(behaviors)) return value;
	return callbackIn(behaviors)?.value;
}

const callbackIn = (behaviors: Array<Content | null>) =>
	behaviors.find((behavior) => behavior?.type === 'callback') ?? undefined;
