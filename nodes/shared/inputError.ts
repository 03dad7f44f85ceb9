const EXPRESSION_FIX =
	'The field is set to Fixed. Switch it to Expression, so that n8n fills in what is between {{ and }}.';

/** A value from the user that cannot be used. Thrown before anything is changed in Lark; knows nothing of n8n nodes. */
export class InputError extends Error {
	/** How to mend it. */
	readonly fix: string;

	/**
	 * @param message what is wrong, naming the field as the editor shows it
	 * @param fix how to mend it; the message may show that the field is not evaluated, which comes first
	 */
	constructor(message: string, fix: string) {
		super(message);
		this.name = 'InputError';
		this.fix = hasExpression(message) ? EXPRESSION_FIX : fix;
	}
}

/** Whether a message shows an expression that n8n has left as it is. */
function hasExpression(message: string): boolean {
	const start = message.indexOf('{{');
	return start >= 0 && message.includes('}}', start + 2);
}

/**
 * Says that a field is empty, or why its value cannot be used.
 *
 * @param field as the editor shows it
 * @param value without surrounding spaces
 * @param reason what is wrong with a value that is there
 */
export const unusableValue = (
	field: string,
	value: string,
	reason: string,
	fix: string,
): InputError =>
	new InputError(
		value === '' ? `${field} is empty` : `${field} cannot be "${value}": ${reason}`,
		fix,
	);
