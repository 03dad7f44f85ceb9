import { ByteReader } from '../../../nodes/shared/media/byteReader';
import { mp4Duration } from '../../../nodes/shared/media/mp4';
import { opusDuration } from '../../../nodes/shared/media/opus';
import { mp4Bytes, opusBytes } from '../../support/media';

/** Gives bytes in chunks of a size that fits no structure. */
async function* inChunks(bytes: Buffer, size = 7) {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function boxOf(type: string, content: Buffer): Buffer {
	const header = Buffer.alloc(8);
	header.writeUInt32BE(8 + content.length, 0);
	header.write(type, 4, 'latin1');
	return Buffer.concat([header, content]);
}

describe('ByteReader', () => {
	it('reads and skips across chunks, up to the end', async () => {
		const reader = new ByteReader(inChunks(Buffer.from('0123456789abcdef'), 3));
		expect((await reader.read(4)).toString()).toBe('0123');
		await reader.skip(5);
		expect((await reader.read(3)).toString()).toBe('9ab');
		expect((await reader.read(100)).toString()).toBe('cdef');
		expect(await reader.read(1)).toHaveLength(0);
	});
});

describe('opusDuration', () => {
	it.each([1, 7, 1000])('reads %i-byte chunks', async (size) => {
		expect(await opusDuration(inChunks(opusBytes(12_345), size))).toBe(12_345);
	});

	it('reads up to where a file is cut', async () => {
		expect(await opusDuration(inChunks(opusBytes(12_345).subarray(0, -150)))).toBe(14);
	});

	it.each([Buffer.alloc(0), Buffer.from('no opus'), mp4Bytes(5), opusBytes(5).subarray(0, 30)])(
		'cannot tell from anything else',
		async (bytes) => expect(await opusDuration(inChunks(bytes))).toBeUndefined(),
	);
});

describe('opusDuration of positions that are none', () => {
	const withLastPosition = (position: bigint) => {
		const bytes = opusBytes(12_345);
		bytes.writeBigInt64LE(position, bytes.lastIndexOf('OggS') + 6);
		return bytes;
	};

	it.each([-1n, -2n, -(2n ** 63n)])('%s is passed over', async (position) => {
		// The page before has 960 samples, of which 312 are skipped at the start.
		expect(await opusDuration(inChunks(withLastPosition(position)))).toBe(14);
	});
});

describe('mp4Duration', () => {
	it.each([0xffffffffn, 2n ** 63n - 1n, 2n ** 64n - 1n])(
		'cannot tell it from %s in a long header, which stands for unknown',
		async (duration) => {
			const bytes = mp4Bytes(61_250, 1);
			bytes.writeBigUInt64BE(duration, bytes.indexOf('mvhd') + 4 + 24);
			expect(await mp4Duration(inChunks(bytes))).toBeUndefined();
		},
	);

	it.each([0, 1] as const)('reads version %i of the header', async (version) => {
		expect(await mp4Duration(inChunks(mp4Bytes(61_250, version)))).toBe(61_250);
	});

	it('passes over a box with a long size', async () => {
		const long = Buffer.from('\0\0\0\x01mdat\0\0\0\0\0\0\0\x14data', 'latin1');
		expect(await mp4Duration(inChunks(Buffer.concat([long, mp4Bytes(9)])))).toBe(9);
	});

	it.each([Buffer.alloc(0), Buffer.alloc(64), opusBytes(5), mp4Bytes(5).subarray(0, -100)])(
		'cannot tell from anything else',
		async (bytes) => expect(await mp4Duration(inChunks(bytes))).toBeUndefined(),
	);

	it.each([
		['32 bits', 0, 20],
		['64 bits', 1, 36],
	])('does not know a duration of %s that are all set', async (_case, version, length) => {
		const header = Buffer.alloc(length, 0xff);
		header[0] = version;
		header.writeUInt32BE(1000, version === 1 ? 20 : 12);
		expect(await mp4Duration(inChunks(boxOf('moov', boxOf('mvhd', header))))).toBeUndefined();
	});

	it.each([0, 1, 8, 15])('cannot tell behind a box of the long size %i', async (size) => {
		const long = Buffer.from('\0\0\0\x01free\0\0\0\0\0\0\0\0', 'latin1');
		long[15] = size;
		expect(await mp4Duration(inChunks(Buffer.concat([long, mp4Bytes(9)])))).toBeUndefined();
	});

	it('gives up on a file of nothing but empty boxes', async () => {
		let read = 0;
		const boxes = (async function* () {
			for (; read < 30 * 1024; read++)
				yield Buffer.concat(Array(128).fill(boxOf('free', Buffer.alloc(0))));
		})();
		expect(await mp4Duration(boxes)).toBeUndefined();
		expect(read).toBeLessThan(100);
	});
});
