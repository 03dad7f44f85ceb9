import { ExpressionError, NodeOperationError, UserError } from 'n8n-workflow';

import { InputError } from '../shared/inputError';

/** A failure that goes on for longer than this is none of a database that is busy for a moment, in ms. */
const PASSING_MS = 60_000;

/** What only a change of the workflow or of its credential mends, in n8n's classes of errors and our own. */
const SETTINGS_ERRORS = [ExpressionError, InputError, NodeOperationError, UserError];

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
		return SETTINGS_ERRORS.some((type) => error instanceof type) || now - since > PASSING_MS;
	}

	/** Notes that something has succeeded. */
	end(key: string): void {
		this.since.delete(key);
	}
}
