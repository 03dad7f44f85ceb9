import { imageSize } from '../../../nodes/shared/media/imageSize';
import { gifBytes, pngBytes } from '../../support/media';

async function* chunksOf(bytes: Buffer, length = 7) {
	for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const segment = (marker: number, content: Buffer) => {
	const header = Buffer.of(0xff, marker, 0, 0);
	header.writeUInt16BE(content.length + 2, 2);
	return Buffer.concat([header, content]);
};

/** A JPEG up to its frame header, after a thumbnail of the given size. */
const jpeg = (width: number, height: number, frame = 0xc0, thumbnail = 60_000) => {
	const size = Buffer.of(8, 0, 0, 0, 0, 3);
	size.writeUInt16BE(height, 1);
	size.writeUInt16BE(width, 3);
	return Buffer.concat([
		Buffer.of(0xff, 0xd8),
		segment(0xe0, Buffer.from('JFIF\0')),
		segment(0xe1, Buffer.alloc(thumbnail, 0xff)),
		segment(0xc4, Buffer.alloc(20)),
		segment(frame, size),
	]);
};

const bmp = (width: number, height: number) => {
	const bytes = Buffer.alloc(60);
	bytes.write('BM');
	bytes.writeUInt32LE(40, 14);
	bytes.writeInt32LE(width, 18);
	bytes.writeInt32LE(height, 22);
	return bytes;
};

const oldBmp = (width: number, height: number) => {
	const bytes = Buffer.alloc(60);
	bytes.write('BM');
	bytes.writeUInt32LE(12, 14);
	bytes.writeUInt16LE(width, 18);
	bytes.writeUInt16LE(height, 20);
	return bytes;
};

const webp = (kind: string, write: (bytes: Buffer) => void) => {
	const bytes = Buffer.alloc(40);
	bytes.write('RIFF');
	bytes.write(`WEBP${kind}`, 8);
	write(bytes);
	return bytes;
};

describe('imageSize', () => {
	it.each([
		['PNG', pngBytes(640, 480)],
		['GIF', gifBytes(640, 480)],
		['JPEG', jpeg(640, 480)],
		['progressive JPEG', jpeg(640, 480, 0xc2)],
		['BMP', bmp(640, 480)],
		['BMP from top to bottom', bmp(640, -480)],
		['BMP of OS/2', oldBmp(640, 480)],
		[
			'WEBP, lossy',
			webp('VP8 ', (bytes) => {
				bytes.writeUInt16LE(640 | 0x4000, 26);
				bytes.writeUInt16LE(480, 28);
			}),
		],
		['WEBP, lossless', webp('VP8L', (bytes) => bytes.writeUInt32LE(639 | (479 << 14), 21))],
		[
			'WEBP, extended',
			webp('VP8X', (bytes) => {
				bytes.writeUIntLE(639, 24, 3);
				bytes.writeUIntLE(479, 27, 3);
			}),
		],
	])('reads a %s', async (_format, bytes) => {
		expect(await imageSize(chunksOf(bytes))).toEqual({ width: 640, height: 480 });
	});

	it.each([
		['nothing', Buffer.alloc(0)],
		['a PNG that is cut', pngBytes(1, 1).subarray(0, 20)],
		['a JPEG that is cut', jpeg(1, 1).subarray(0, 100)],
		['a JPEG without a frame', Buffer.concat([Buffer.of(0xff, 0xd8), Buffer.alloc(100)])],
		['a TIFF', Buffer.concat([Buffer.from('II*\0'), Buffer.alloc(100)])],
		['text', Buffer.from('No image, but long enough to be one')],
	])('cannot tell that of %s', async (_what, bytes) => {
		expect(await imageSize(chunksOf(bytes))).toBeUndefined();
	});

	it('gives up on a JPEG whose frame is far away', async () => {
		const filler = Array.from({ length: 20 }, () => segment(0xe2, Buffer.alloc(60_000)));
		const bytes = Buffer.concat([Buffer.of(0xff, 0xd8), ...filler, jpeg(1, 1).subarray(2)]);
		expect(await imageSize(chunksOf(bytes, 65_536))).toBeUndefined();
	});
});
