import { ByteReader } from './byteReader';

const PAGE_HEADER_BYTES = 27;

/** An Opus stream counts in samples of 48 kHz, whatever was recorded. */
const SAMPLES_PER_MS = 48;

/** More pages than the largest file that Lark takes has: 30 MB of speech, 20 ms on each page. */
const MAX_PAGES = 400_000;

/**
 * Reads how long an opus recording lasts: the position of its last page, less what a player skips at
 * the start.
 *
 * @returns milliseconds; undefined when it cannot be told, and for a file of far too many pages
 * @see RFC 3533, section 6 (Ogg pages); RFC 7845, sections 4 and 5.1 (granule position, pre-skip)
 */
export async function opusDuration(bytes: AsyncIterable<Buffer>): Promise<number | undefined> {
	const reader = new ByteReader(bytes);
	let preSkip: number | undefined;
	let position = 0n;
	for (let pages = 0; ; pages++) {
		if (pages === MAX_PAGES) return undefined;
		const page = await reader.read(PAGE_HEADER_BYTES);
		if (page.length < PAGE_HEADER_BYTES || page.toString('latin1', 0, 4) !== 'OggS') break;
		// Signed: -1 stands for a page on which no packet ends, other negative positions are invalid.
		const granule = page.readBigInt64LE(6);
		if (granule > position) position = granule;
		let length = 0;
		for (const segment of await reader.read(page[26])) length += segment;
		if (preSkip === undefined) {
			const start = await reader.read(length);
			if (start.length < 12 || start.toString('latin1', 0, 8) !== 'OpusHead') return undefined;
			preSkip = start.readUInt16LE(10);
		} else {
			await reader.skip(length);
		}
	}
	const samples = Number(position) - (preSkip ?? 0);
	return samples > 0 ? Math.round(samples / SAMPLES_PER_MS) : undefined;
}
