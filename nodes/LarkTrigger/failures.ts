/** A failure that goes on for longer than this is none of a database that is busy for a moment, in ms. */
const PASSING_MS = 60_000;

/**
 * What only a change of the workflow or of its credential mends, in n8n's classes of errors and our own. By
 * name, since n8n may have another copy of its classes than a community node.
 */
const SETTINGS_ERRORS = ['ExpressionError', 'InputError', 'NodeOperationError', 'UserError'];

/** The names of an object's class and of all that it extends. */
function classNames(object: object): string[] {
	const prototype = Object.getPrototypeOf(object) as object | null;
	return prototype ? [prototype.constructor.name, ...classNames(prototype)] : [];
}

/** Tells failures that pass from those that do not. */
export class Failures {
	private readonly since = new Map<string, number>();

	/**
	 * Notes a failure.
	 *
	 * @param key of what has failed
	 * @param now time in ms by a clock that never goes back, such as `performance.now()`
	 * @returns whether the next attempt would fail as well
	 */
	isLasting(key: string, error: Error, now: number): boolean {
		const since = this.since.get(key) ?? now;
		this.since.set(key, since);
		const isOfSettings = classNames(error).some((name) => SETTINGS_ERRORS.includes(name));
		return isOfSettings || now - since > PASSING_MS;
	}

	/** Notes that something has succeeded. */
	end(key: string): void {
		this.since.delete(key);
	}
}
