import type { ByteStream } from './multipart';

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
