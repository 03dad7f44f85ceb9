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

/** Characters that nobody sees, which come along when something is pasted. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;

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
	const [hidden] = INVISIBLE.exec(value) ?? [];
	if (hidden === undefined) return new InputError(`${field} cannot be "${value}": ${reason}`, fix);
	const code = hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
	return new InputError(
		`${field} cannot be "${value}": it has the invisible character U+${code} in it`,
		'Delete the value and type it in, or paste it as plain text.',
	);
}
