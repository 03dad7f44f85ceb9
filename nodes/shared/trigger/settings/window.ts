import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../inputError';
import { LONGEST_WINDOW_S } from '../properties/extras';

/** How long a window is open. */
export interface WindowTimes {
	/** It closes when nothing has come for so long, in ms. */
	quiet: number;
	/** It closes so long after the first entry at the latest, in ms. */
	limit: number;
}

const SECOND = 1000;

/**
 * Reads the aggregation window of a trigger's options.
 *
 * @returns undefined when it is off
 * @throws InputError for times that cannot be used
 */
export function readWindow({ window, windowLimit }: IDataObject): WindowTimes | undefined {
	const quiet = Number(window ?? 0);
	const limit = Number(windowLimit ?? Math.max(10, quiet));
	if (quiet === 0) return undefined;
	if (quiet > 0 && limit >= quiet && limit <= LONGEST_WINDOW_S) {
		return { quiet: quiet * SECOND, limit: limit * SECOND };
	}
	throw new InputError(
		`An Aggregation Window of ${quiet} seconds with a limit of ${limit} seconds is not possible`,
		`The limit is at least as long as the window and at most ${LONGEST_WINDOW_S} seconds.`,
	);
}
