import { randomUUID } from 'node:crypto';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

/** A Node.js stream of bytes, as n8n hands out. */
export type ByteStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** A file whose bytes can be read any number of times. */
export interface SourceFile extends Pick<IBinaryData, 'mimeType'> {
	fileName: string;
	/** In bytes. */
	size: number;
	/** Opens the bytes from the start; a Buffer where n8n keeps files in memory. */
	open(): Promise<ByteStream | Buffer>;
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

function around(file: ByteStream, head: Buffer, tail: Buffer): OpenBody {
	const body = file.compose(async function* (chunks: AsyncIterable<Buffer>) {
		yield head;
		yield* chunks;
		yield tail;
	}) as ByteStream;
	// Read to its end, an unsent body closes its file; destroyed, it would throw where nobody can catch.
	return { body, close: () => void body.resume() };
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
	{ fileName, mimeType, size, open }: SourceFile,
): MultipartForm {
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
			const file = await open();
			if (!Buffer.isBuffer(file)) return around(file, head, tail);
			return { body: Buffer.concat([head, file, tail]), close: () => undefined };
		},
	};
}
