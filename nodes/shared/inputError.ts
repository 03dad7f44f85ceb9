import { invisibleIn } from './invisible';

const EXPRESSION_FIX =
	'The field is set to Fixed. Switch it to Expression, so that n8n fills in what is between {{ and }}.';

/** A value from the user that cannot be used. Thrown before anything is changed in Lark; knows nothing of n8n nodes. */
export class InputError extends Error {
	/** How to mend it. */
	readonly fix: string;

	/**
	 * @param message what is wrong, naming the field as the editor shows it
	 * @param fix how to mend it; the message may show that the field is not evaluated, or a value with a
	 * character that nobody sees, which comes first
	 */
	constructor(message: string, fix: string) {
		super(message);
		this.name = 'InputError';
		this.fix = hasExpression(message) ? EXPRESSION_FIX : withInvisible(message, fix);
	}
}

/** Whether a message shows an expression that n8n has left as it is. */
function hasExpression(message: string): boolean {
	const start = message.indexOf('{{');
	return start >= 0 && message.includes('}}', start + 2);
}

/** Names the character that nobody sees in a message, before the rest of the fix. */
function withInvisible(message: string, fix: string): string {
	const hidden = invisibleIn(message);
	if (hidden === undefined) return fix;
	return `There is the invisible character ${hidden}. Delete the value and type it in, or paste it as plain text. ${fix}`;
}

/**
 * Says that a field is empty, or why its value cannot be used.
 *
 * @param field as the editor shows it
 * @param value without surrounding spaces
 * @param reason what is wrong with a value that is there
 */
export function unusableValue(
	field: string,
	value: string,
	reason: string,
	fix: string,
): InputError {
	if (value === '') return new InputError(`${field} is empty`, fix);
	const hidden = invisibleIn(value);
	const why = hidden === undefined ? reason : `it has the invisible character ${hidden} in it`;
	return new InputError(`${field} cannot be "${value}": ${why}`, fix);
}
