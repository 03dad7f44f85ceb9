/** A value from the user that cannot be used. Thrown before anything is changed in Lark; knows nothing of n8n nodes. */
export class InputError extends Error {
	/**
	 * @param message what is wrong, naming the field as the editor shows it
	 * @param fix how to mend it
	 */
	constructor(
		message: string,
		readonly fix: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}
