import { Slots } from './slots';

/**
 * How many files are on their way at the same time: they share the bandwidth, and one with 30 MB must not
 * run out of its time because of the others.
 */
const FILES_AT_ONCE = 4;

/** What the requests of one run of a node have in common. */
export interface RequestSettings {
	/** How often a request is sent again. */
	maxRetries: number;
	/** For how long a request is sent again and again, in ms. */
	maxRetryMs: number;
	/** Whether to keep to Lark's documented limits, or only to what Lark refuses. */
	keepsLimits: boolean;
	/** Says when the execution is cancelled. */
	signal?: AbortSignal;
	/** For files on their way. Who has one gives it back when the execution is cancelled, so that nobody waits on. */
	files: Slots;
	/** What has happened so far. */
	tally: Tally;
}

export interface Tally {
	/** Requests, repeated ones too. */
	requests: number;
	/** Requests that were sent again. */
	retries: number;
	/** How often Lark's limits have refused a request. */
	refusals: number;
	/** How many requests have waited for their turn. */
	paced: number;
}

/** For the editor's lists: a person is waiting. */
export const pickerSettings = (): RequestSettings => ({
	maxRetries: 2,
	maxRetryMs: 5_000,
	keepsLimits: true,
	files: newFileSlots(),
	tally: newTally(),
});

export const newFileSlots = (): Slots => new Slots(FILES_AT_ONCE);

export const newTally = (): Tally => ({ requests: 0, retries: 0, refusals: 0, paced: 0 });
