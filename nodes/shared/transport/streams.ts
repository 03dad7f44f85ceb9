import type { IExecuteFunctions } from 'n8n-workflow';

/** A Node.js stream of bytes, as n8n hands out. */
export type ByteStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** What the class of every stream of Node.js has. */
interface Streams {
	from(bytes: AsyncIterable<Buffer>, options: { objectMode: boolean }): ByteStream;
}

/**
 * Passes a stream through a generator of bytes. When the stream fails, so does the result, and
 * nothing else: with `compose`, an error of the stream can end the process besides. When the result
 * is closed, so is the stream.
 */
export function through(
	stream: ByteStream,
	pass: (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer>,
): ByteStream {
	stream.on('error', () => undefined);
	const passed = (stream.constructor as unknown as Streams).from(pass(stream), {
		objectMode: false,
	});
	// A generator that nobody has begun with cannot do it.
	return passed.on('close', () => stream.destroy());
}

/** Passes on a stream of so many bytes at most; more of them fail with the given error. */
export const atMost = (stream: ByteStream, maxBytes: number, tooLarge: Error): ByteStream =>
	through(stream, async function* (chunks) {
		let bytes = 0;
		for await (const chunk of chunks) {
			bytes += chunk.length;
			if (bytes > maxBytes) throw tooLarge;
			yield chunk;
		}
	});
