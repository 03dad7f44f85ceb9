import { ByteReader } from './byteReader';

/**
 * Reads the header of a box.
 *
 * @returns its type and the bytes that follow in it; undefined at the end, and for a size below the header's own
 */
async function readBox(reader: ByteReader): Promise<{ type: string; length: number } | undefined> {
	const header = await reader.read(8);
	if (header.length < 8) return undefined;
	const type = header.toString('latin1', 4);
	const size = header.readUInt32BE(0);
	if (size === 0) return { type, length: Infinity };
	if (size !== 1) return size < 8 ? undefined : { type, length: size - 8 };
	const large = await reader.read(8);
	if (large.length < 8) return undefined;
	const largeSize = Number(large.readBigUInt64BE(0));
	return largeSize < 16 ? undefined : { type, length: largeSize - 16 };
}

/** All bits set, of either width, with or without the sign: the duration is not known. */
const UNKNOWN = [0xffffffffn, 0x7fffffffffffffffn, 0xffffffffffffffffn].map(Number);

/** More boxes than a video has before its header; a file made of empty ones would keep n8n busy. */
const MAX_BOXES = 10_000;

/** @param box the content of an `mvhd`: version and flags, two times, time scale, duration */
function movieDuration(box: Buffer): number | undefined {
	const isLong = box[0] === 1;
	const scaleAt = isLong ? 20 : 12;
	if (box.length < scaleAt + (isLong ? 12 : 8)) return undefined;
	const scale = box.readUInt32BE(scaleAt);
	const duration = isLong
		? Number(box.readBigUInt64BE(scaleAt + 4))
		: box.readUInt32BE(scaleAt + 4);
	if (UNKNOWN.includes(duration)) return undefined;
	return scale > 0 && duration > 0 ? Math.round((duration / scale) * 1000) : undefined;
}

/**
 * Reads how long an mp4 video lasts: from the movie header (`moov` / `mvhd`), wherever it is.
 *
 * @returns milliseconds; undefined when the file does not tell
 * @see ISO/IEC 14496-12, sections 4.2 (boxes) and 8.2.2 (mvhd)
 */
export async function mp4Duration(bytes: AsyncIterable<Buffer>): Promise<number | undefined> {
	const reader = new ByteReader(bytes);
	for (let boxes = 0; boxes < MAX_BOXES; boxes++) {
		const box = await readBox(reader);
		if (!box) return undefined;
		if (box.type === 'mvhd') return movieDuration(await reader.read(Math.min(box.length, 32)));
		if (box.type !== 'moov') await reader.skip(box.length);
	}
	return undefined;
}
