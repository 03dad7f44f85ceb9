import { HEAD_BYTES } from '../../shared/media/format';
import type { SourceFile } from '../../shared/transport/multipart';

/**
 * Opens a file for one reader, and closes it when that has seen enough.
 *
 * @throws what the file says when it cannot be read
 */
async function reading<T>(
	{ open, unreadable }: SourceFile,
	read: (bytes: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
	const source = await open();
	if (Buffer.isBuffer(source)) {
		return await read(
			(async function* () {
				yield source;
			})(),
		);
	}
	try {
		return await read(source);
	} catch (error) {
		throw unreadable(error as Error);
	} finally {
		source.destroy();
	}
}

/** Reads from a file whose format is known. */
type FormatReader<T> = (bytes: AsyncIterable<Buffer>) => Promise<T>;

/**
 * Reads a file once: its first bytes, by which the format is told, and what else is to be known of it.
 *
 * @param readerFor chooses by the first bytes what reads the file from its start, if anything does
 */
export async function inspect<T>(
	file: SourceFile,
	readerFor: (head: Buffer) => FormatReader<T> | undefined,
): Promise<{ head: Buffer; found?: T }> {
	return await reading(file, async (bytes) => {
		const chunks = bytes[Symbol.asyncIterator]();
		const seen: Buffer[] = [];
		let length = 0;
		while (length < HEAD_BYTES) {
			const { value, done } = await chunks.next();
			if (done) break;
			seen.push(value);
			length += value.length;
		}
		const head = Buffer.concat(seen).subarray(0, HEAD_BYTES);
		const read = readerFor(head);
		if (!read) return { head };
		const all = async function* () {
			yield* seen;
			yield* { [Symbol.asyncIterator]: () => chunks };
		};
		return { head, found: await read(all()) };
	});
}
