declare module 'commonmark-spec' {
	/** The examples of the specification. */
	export const tests: Array<{ markdown: string; html: string; section: string; number: number }>;
}
