import {
	actionsOf,
	callbackValue,
	callsBack,
	type CardActions,
	type CardButton,
	type CardInput,
} from '../content/card-actions';
import type { Answering } from '../content/card-answer';
import { actionOf, assertEnabled, formValue } from '../content/card-answers';
import type { Content } from '../content/fields';

/** Which element of a card: its number, or its name, element_id or text. */
export type Which = number | string;

/** What a person does on a card. */
export interface CardAct {
	/** A button that sends something to the app; 0 is the first one. */
	button?: Which;
	/** What is filled in in the form that the button submits, by the names of the fields. */
	form?: Record<string, unknown>;
	/** Instead of a button: an input, select, picker, checker or menu, and a text, a list of texts, or a boolean. */
	input?: { index: Which; answer: unknown };
	/** What the person answers when the card asks for a confirmation; default true. */
	confirm?: boolean;
}

/**
 * Reads what a person does as the client does.
 *
 * @returns the `action` of the callback; undefined when the person did not confirm, so that nothing is sent
 * @throws Error for what the client does not let anybody do
 */
export function actionFor(act: CardAct, card: Content, who: Answering): Content | undefined {
	const actions = actionsOf(card);
	const { timezone } = who;
	if (!act.input) {
		const pressed = buttonIn(actions, act.button);
		assertEnabled(pressed);
		const { submits, value, name } = pressed;
		const filled = submits && { form_value: formValue(submits, act.form ?? {}, who), timezone };
		if (!isConfirmed(act, pressed)) return undefined;
		return { tag: 'button', ...defined({ value, name }), ...filled };
	}
	const chosen = inputIn(actions, act.input.index);
	const answer = actionOf(chosen, act.input.answer, who);
	if (!isConfirmed(act, chosen)) return undefined;
	const { tag, name, node } = chosen;
	return { tag, ...defined({ name, value: callbackValue(node) }), ...answer, timezone };
}

function buttonIn({ buttons }: CardActions, which: Which = -1): CardButton {
	const found = findIn(buttons, which);
	if (!found) throw new Error(`The card has no button ${which}`);
	return found;
}

/** A checker without a callback changes in the client alone (components/checker). */
function inputIn({ inputs }: CardActions, which: Which): CardInput {
	const found = findIn(inputs, which);
	if (!found) throw new Error(`The card has no input ${which}`);
	if (found.inForm) throw new Error(`${found.name ?? found.tag} is sent with its form`);
	if (found.tag === 'checker' && !callsBack(found.node)) {
		throw new Error(`The checker ${found.name ?? which} has no callback among its behaviors`);
	}
	return found;
}

/** A name goes before an element_id, and that before the words on a button. */
function findIn<T extends CardButton | CardInput>(list: T[], which: Which): T | undefined {
	if (typeof which === 'number') return list[which];
	return (
		list.find(({ name }) => name === which) ??
		list.find(({ node }) => node.element_id === which) ??
		list.find(({ node }) => wordsOf(node).includes(which))
	);
}

/** In every language. */
function wordsOf({ text }: Content): unknown[] {
	const { content, i18n_content, i18n } = (text ?? {}) as Content;
	return [content, ...Object.values({ ...(i18n as object), ...(i18n_content as object) })];
}

function isConfirmed({ confirm }: CardAct, { node, tag }: CardButton | CardInput): boolean {
	if (confirm === false && !node.confirm) {
		throw new Error(`The ${tag} does not ask for a confirmation`);
	}
	return confirm !== false;
}

const defined = (fields: Content) =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
