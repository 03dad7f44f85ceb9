/** A response that is a file instead of JSON. */
export class Binary {
	constructor(
		readonly bytes: Buffer,
		readonly headers: Record<string, string>,
	) {}
}

/** The response's `data`, or a file. */
export type Result = Record<string, unknown> | Binary;
