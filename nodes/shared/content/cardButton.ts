import { InputError } from '../inputError';
import { isNothing } from '../values';
import { callbackButton, linkButton, resetButton, type ConfirmDialog } from './elements/buttons';
import { freeName } from './freeName';
import { readJsonOrText, type JsonObject } from './json';

/** What the press of a button does. */
export type ButtonAction = 'url' | 'callback' | 'submit' | 'reset';

/** A button of a card without JSON. */
export interface CardButton {
	text: string;
	style: string;
	action: ButtonAction;
	url: string;
	/** Text, or an object, also as text of JSON; the text of the button when there is nothing. */
	value: unknown;
	/** What is asked before the press counts. */
	confirm?: ConfirmDialog;
}

/** The button of a form that has none, which could not be sent without it. */
const SUBMIT = callbackButton({
	text: { en_us: 'Submit', zh_cn: '提交' },
	style: 'primary',
	value: 'submit',
	submits: 'submit',
});

/** @throws InputError when it cannot work */
function element(button: CardButton, index: number, taken: Set<string>): JsonObject {
	const { text, style, action, url, value, confirm } = button;
	const face = { text, style, confirm, where: `Button ${index + 1}` };
	const given = isNothing(value) ? text : readJsonOrText(value);
	switch (action) {
		case 'url':
			return linkButton({ ...face, url });
		case 'callback':
			return callbackButton({ ...face, value: given });
		case 'submit':
			return callbackButton({ ...face, value: given, submits: freeName('submit', taken) });
		case 'reset':
			return resetButton({ ...face, name: freeName('reset', taken) });
	}
}

const belongsToForm = ({ action }: CardButton) => action === 'submit' || action === 'reset';

/**
 * Makes the buttons of a card. A form gets a button that submits it when there is none.
 *
 * @param taken the names in use on the card, to which those of the buttons are added
 * @param hasForm whether the card has inputs that wait for a submit
 * @returns the buttons of the form, and the others
 * @throws InputError when a button cannot work
 */
export function cardButtons(
	buttons: CardButton[],
	taken: Set<string>,
	hasForm: boolean,
): { ofForm: JsonObject[]; others: JsonObject[] } {
	const made = buttons.map((button, index) => ({
		button,
		json: element(button, index, taken),
	}));
	const stray = buttons.findIndex(belongsToForm);
	if (stray >= 0 && !hasForm) {
		throw new InputError(
			`Button ${stray + 1} belongs to a form, but no input waits for a submit`,
			'Add inputs whose When Filled In is Wait for Submit, or choose another When Pressed.',
		);
	}
	const ofForm = made.filter(({ button }) => belongsToForm(button)).map(({ json }) => json);
	const others = made.filter(({ button }) => !belongsToForm(button)).map(({ json }) => json);
	const canSubmit = buttons.some(({ action }) => action === 'submit');
	if (!hasForm || canSubmit) return { ofForm, others };
	return { ofForm: [{ ...SUBMIT, name: freeName('submit', taken) }, ...ofForm], others };
}
