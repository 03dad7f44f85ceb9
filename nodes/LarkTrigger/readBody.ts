/**
 * The largest push that is read, in bytes. Lark's largest message is a text of 150 KB; escaped,
 * encrypted and base64-encoded it stays below this.
 */
export const MAX_BODY_BYTES = 1024 * 1024;

/** The connection of a sender that goes on beyond this is closed. */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;

/**
 * Reads a request's body, keeping at most {@link MAX_BODY_BYTES} of it in memory. The rest of a
 * larger body is read and discarded, so that the sender gets the refusal.
 *
 * @param request the unread request, a stream of chunks
 * @returns the raw bytes, or undefined when the body is too large
 * @throws when the connection breaks
 */
export async function readBody(request: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request) {
		length += chunk.length;
		if (length <= MAX_BODY_BYTES) chunks.push(chunk);
		else chunks.length = 0;
		if (length > MAX_DRAINED_BYTES) break;
	}
	return length <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}
