import type { Content } from './fields';

/** A button that sends something to the app: its value, or the form that it is in. */
export interface CardButton {
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

const INPUT_TAGS = [
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
];

/** What a person can press, choose or fill in on a card, in the order in which it is written. */
export function actionsOf(card: unknown): CardActions {
	const found: CardActions = { buttons: [], inputs: [] };
	collect(card, found);
	return found;
}

function collect(node: unknown, found: CardActions, form?: CardActions): void {
	if (typeof node !== 'object' || node === null) return;
	const content = node as Content;
	if (content.tag === 'button') {
		const button = buttonOf(content, form);
		if (button) found.buttons.push(button);
	} else if (INPUT_TAGS.includes(String(content.tag))) {
		const input = inputOf(content, form !== undefined);
		found.inputs.push(input);
		form?.inputs.push(input);
	} else {
		const own = content.tag === 'form' ? { buttons: [], inputs: [] } : form;
		for (const child of Object.values(content)) collect(child, found, own);
	}
}

function buttonOf(content: Content, form: CardActions | undefined): CardButton | undefined {
	const isSubmit = content.form_action_type === 'submit' || content.action_type === 'form_submit';
	const submits = form && isSubmit ? form.inputs : undefined;
	const value = callbackValue(content);
	return value === undefined && !submits ? undefined : { value, ...nameOf(content), submits };
}

function inputOf(node: Content, inForm: boolean): CardInput {
	return { node, tag: String(node.tag), ...nameOf(node), inForm };
}

function nameOf({ name }: Content) {
	return typeof name === 'string' ? { name } : {};
}

/** The value that goes to the app: of JSON 2.0 in the behaviors, of JSON 1.0 beside the text. */
export function callbackValue({ behaviors, value }: Content): unknown {
	if (!Array.isArray(behaviors)) return value;
	return (behaviors as Content[]).find(({ type }) => type === 'callback')?.value;
}
