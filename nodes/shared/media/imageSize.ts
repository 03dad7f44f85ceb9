import { ByteReader } from './byteReader';

/** In pixels. */
export interface ImageSize {
	width: number;
	height: number;
}

/** The most bytes that a format other than JPEG needs for telling its size. */
const START_BYTES = 30;

/** How much of a JPEG is looked through: what precedes the size, such as a thumbnail, is seldom larger. */
const MAX_JPEG_BYTES = 1024 * 1024;

/** More segments than precede the size of a JPEG: a colour profile alone may have 255. */
const MAX_JPEG_SEGMENTS = 1_000;

/** The length of a segment counts its own two bytes. */
const MIN_SEGMENT_LENGTH = 2;

/** A bitmap has the sizes as words in the header of OS/2, which is 12 bytes long, and then as long words. */
const bmpSize = (bytes: Buffer): ImageSize =>
	bytes.readUInt32LE(14) === 12
		? { width: bytes.readUInt16LE(18), height: bytes.readUInt16LE(20) }
		: // The height is negative when the rows go from top to bottom.
			{ width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };

/** Formats that tell their size at a fixed place, by how they start, in Latin-1. */
const FIXED: Array<[start: RegExp, read: (bytes: Buffer) => ImageSize]> = [
	[/^\x89PNG/, (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })],
	[/^GIF8[79]a/, (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) })],
	[/^BM/, bmpSize],
	[
		/^RIFF[^]{4}WEBPVP8X/,
		(bytes) => ({ width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }),
	],
	[
		/^RIFF[^]{4}WEBPVP8L/,
		(bytes) => {
			const bits = bytes.readUInt32LE(21);
			return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
		},
	],
	[
		/^RIFF[^]{4}WEBPVP8 /,
		(bytes) => ({
			width: bytes.readUInt16LE(26) & 0x3fff,
			height: bytes.readUInt16LE(28) & 0x3fff,
		}),
	],
];

/** Whether a marker starts a frame, which tells the size (ITU-T T.81, table B.1). */
const isFrame = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Goes through the segments of a JPEG up to its frame (ITU-T T.81, sections B.1.1.4 and B.2.2). */
async function jpegSize(reader: ByteReader): Promise<ImageSize | undefined> {
	let passed = 0;
	for (let segments = 0; segments < MAX_JPEG_SEGMENTS && passed < MAX_JPEG_BYTES; segments++) {
		const header = await reader.read(4);
		if (header.length < 4 || header[0] !== 0xff) return undefined;
		const length = header.readUInt16BE(2);
		if (isFrame(header[1])) {
			const frame = await reader.read(5);
			if (frame.length < 5) return undefined;
			return { width: frame.readUInt16BE(3), height: frame.readUInt16BE(1) };
		}
		if (length < MIN_SEGMENT_LENGTH) return undefined;
		await reader.skip(length - MIN_SEGMENT_LENGTH);
		passed += length + 2;
	}
	return undefined;
}

/**
 * Reads the size of an image from its header: PNG, GIF, JPEG, BMP and WEBP.
 *
 * @returns undefined for another format, and when it cannot be told
 * @see W3C PNG, section 11.2.1; GIF89a, section 18; ITU-T T.81; BITMAPINFOHEADER; RFC 9649, section 2
 */
export async function imageSize(bytes: AsyncIterable<Buffer>): Promise<ImageSize | undefined> {
	const reader = new ByteReader(bytes);
	const soi = await reader.read(2);
	if (soi.equals(Buffer.of(0xff, 0xd8))) return await jpegSize(reader);
	const start = Buffer.concat([soi, await reader.read(START_BYTES - soi.length)]);
	if (start.length < START_BYTES) return undefined;
	const text = start.toString('latin1');
	return FIXED.find(([pattern]) => pattern.test(text))?.[1](start);
}
