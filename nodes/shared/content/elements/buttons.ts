import { InputError } from '../../inputError';
import type { CardText } from '../cardText';
import type { JsonObject } from '../json';
import { limitedText } from './answerElement';

/** What the client asks before it sends the press; nothing is sent when the person cancels. */
export interface ConfirmDialog {
	title: CardText;
	text: CardText;
}

/** What every button has. */
interface ButtonFace {
	text: CardText;
	/** default, primary, danger or one of Lark's other types. */
	style: string;
	confirm?: ConfirmDialog;
	/** How errors name it. */
	where?: string;
}

/** @see feishu-cards/card-json-v2-components, button */
const MAX_BUTTON_TEXT = 100;

/** Lark wants both texts and names no limit. */
const MAX_CONFIRM = 1000;

function face({ text, style, confirm, where = 'Button' }: ButtonFace): JsonObject {
	if (typeof text === 'string' && text.trim() === '') {
		throw new InputError(`${where} has no text`, 'Enter what is on the button.');
	}
	return {
		tag: 'button',
		text: limitedText(`Text of ${where}`, text, MAX_BUTTON_TEXT),
		type: style,
		...(confirm && {
			confirm: {
				title: limitedText(`Confirmation Title of ${where}`, confirm.title, MAX_CONFIRM),
				text: limitedText(`Confirmation Text of ${where}`, confirm.text, MAX_CONFIRM),
			},
		}),
	};
}

/**
 * Makes a button that gives a value to the app, and in a form all answers of the form, too.
 *
 * @param button `submits` is the name of a button that submits its form
 * @throws InputError when the text is empty or too long
 */
export const callbackButton = (
	button: ButtonFace & { value: unknown; submits?: string },
): JsonObject => ({
	...face(button),
	...(button.submits && { name: button.submits, form_action_type: 'submit' }),
	behaviors: [{ type: 'callback', value: button.value }],
});

/**
 * Makes a button that puts a form back to its start values.
 *
 * @throws InputError when the text is empty or too long
 */
export const resetButton = (button: ButtonFace & { name: string }): JsonObject => ({
	...face(button),
	name: button.name,
	form_action_type: 'reset',
});

/**
 * Makes a button that opens a web page.
 *
 * @throws InputError when the text is empty or too long, or the address cannot be opened
 */
export function linkButton(button: ButtonFace & { url: string }): JsonObject {
	const { url, where = 'Button' } = button;
	if (!URL.canParse(url)) {
		throw new InputError(
			`${where} has no valid URL: "${url}"`,
			'Enter a whole address such as https://example.com.',
		);
	}
	return { ...face(button), behaviors: [{ type: 'open_url', default_url: url }] };
}
