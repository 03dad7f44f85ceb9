import { newFileSlots, newTally, type RequestSettings } from '../transport/requestSettings';

/** Settings of the requests about answers: they are repeated within a minute, and keep to Lark's limits. */
export const answerSettings = (maxRetries: number): RequestSettings => ({
	maxRetries,
	maxRetryMs: 60_000,
	keepsLimits: true,
	files: newFileSlots(),
	tally: newTally(),
});
