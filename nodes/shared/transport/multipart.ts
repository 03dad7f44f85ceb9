import { randomUUID } from 'node:crypto';
import type { IBinaryData } from 'n8n-workflow';

import { through, type ByteStream } from './streams';

/** A file whose bytes can be read any number of times. */
export interface SourceFile extends Pick<IBinaryData, 'mimeType'> {
	fileName: string;
	/** In bytes. */
	size: number;
	/**
	 * Opens the bytes from the start; a Buffer where n8n keeps files in memory.
	 *
	 * @throws what `unreadable` gives
	 */
	open(): Promise<ByteStream | Buffer>;
	/** Says that the bytes cannot be read: which file it is, and where it comes from. */
	unreadable(this: void, error: Error): Error;
}

/** A form that is ready to be sent. */
export interface MultipartForm {
	headers: { 'Content-Type': string; 'Content-Length': number };
	/** Opens the body: once for every time that it is sent. */
	open(): Promise<OpenBody>;
}

/** A body on its way; `close` releases the file, sent or not. */
export interface OpenBody {
	body: ByteStream | Buffer;
	close(): void;
}

const QUOTED: Record<string, string> = { '"': '%22', '\r': '%0D', '\n': '%0A' };

/** A name as browsers write it: UTF-8, with what would end it percent-encoded. */
const quote = (name: string) => `"${name.replace(/["\r\n]/g, (sign) => QUOTED[sign])}"`;

/** Passes on the bytes of a file, and tells when they cannot be read or are fewer or more than announced. */
async function* whole(chunks: AsyncIterable<Buffer>, { size, unreadable }: SourceFile) {
	let bytes = 0;
	try {
		for await (const chunk of chunks) {
			bytes += chunk.length;
			yield chunk;
		}
	} catch (error) {
		throw unreadable(error as Error);
	}
	if (bytes !== size) throw unreadable(new Error(`it has ${bytes} bytes instead of ${size}`));
}

function around(stream: ByteStream, file: SourceFile, head: Buffer, tail: Buffer): OpenBody {
	const body = through(stream, async function* (chunks) {
		yield head;
		yield* whole(chunks, file);
		yield tail;
	});
	// Whoever was sending it may not listen any more.
	body.on('error', () => undefined);
	const close = () => {
		body.destroy();
		// The body may be waiting for it.
		stream.destroy();
	};
	return { body, close };
}

/**
 * Makes a form with text fields and one file, which is streamed.
 *
 * @param field the file's name in the form
 * @see RFC 7578; https://html.spec.whatwg.org/#multipart-form-data for the escapes in names
 */
export function multipart(
	fields: Record<string, string>,
	field: string,
	source: SourceFile,
): MultipartForm {
	const { fileName, mimeType, size } = source;
	const boundary = `----${randomUUID()}`;
	const part = (name: string, rest: string) =>
		`--${boundary}\r\nContent-Disposition: form-data; name=${quote(name)}${rest}`;
	const texts = Object.entries(fields).map(([name, value]) => part(name, `\r\n\r\n${value}\r\n`));
	const type = mimeType.replace(/[\r\n]/g, '');
	const start = part(field, `; filename=${quote(fileName)}\r\nContent-Type: ${type}\r\n\r\n`);
	const head = Buffer.from(texts.join('') + start);
	const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
	return {
		headers: {
			'Content-Type': `multipart/form-data; boundary=${boundary}`,
			'Content-Length': head.length + size + tail.length,
		},
		async open() {
			const file = await source.open();
			if (!Buffer.isBuffer(file)) return around(file, source, head, tail);
			return { body: Buffer.concat([head, file, tail]), close: () => undefined };
		},
	};
}
