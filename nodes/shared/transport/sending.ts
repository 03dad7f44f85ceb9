/** What the requests of one run of a node have in common. */
export interface Sending {
	/** How often a request is sent again. */
	maxRetries: number;
	/** For how long a request is sent again and again, in ms. */
	maxRetryMs: number;
	/** Whether to keep to Lark's documented limits, or only to what Lark refuses. */
	keepsLimits: boolean;
	/** Says when the execution is cancelled. */
	signal?: AbortSignal;
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
export const briefly = (): Sending => ({
	maxRetries: 2,
	maxRetryMs: 5_000,
	keepsLimits: true,
	tally: newTally(),
});

export const newTally = (): Tally => ({ requests: 0, retries: 0, refusals: 0, paced: 0 });
