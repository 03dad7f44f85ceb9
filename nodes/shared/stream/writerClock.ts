/** Time, as the writer sees it; in ms. */
export interface WriterClock {
	now(): number;
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
