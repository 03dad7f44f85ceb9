import { ByteReader } from './byteReader';

const PAGE_HEADER_BYTES = 27;

/** An Opus stream counts in samples of 48 kHz, whatever was recorded. */
const SAMPLES_PER_MS = 48;

/** The granule position of a page on which no packet ends. */
const NO_POSITION = 0xffffffffffffffffn;

/**
 * Reads how long an opus recording lasts: the position of its last page, less what a player skips at
 * the start.
 *
 * @returns milliseconds; undefined when it cannot be told
 * @see RFC 3533, section 6 (Ogg pages); RFC 7845, sections 4 and 5.1 (granule position, pre-skip)
 */
export async function opusDuration(bytes: AsyncIterable<Buffer>): Promise<number | undefined> {
	const reader = new ByteReader(bytes);
	let preSkip: number | undefined;
	let position = 0n;
	for (;;) {
		const page = await reader.read(PAGE_HEADER_BYTES);
		if (page.length < PAGE_HEADER_BYTES || page.toString('latin1', 0, 4) !== 'OggS') break;
		const granule = page.readBigUInt64LE(6);
		if (granule !== NO_POSITION && granule > position) position = granule;
		const segments = await reader.read(page[26]);
		const length = segments.reduce((sum, segment) => sum + segment, 0);
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
