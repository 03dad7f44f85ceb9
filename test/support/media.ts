import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one pixel. */
export const PNG_BYTES = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

/** A PNG that says that it is so large; there are no pixels in it. */
export function pngBytes(width: number, height: number): Buffer {
	const bytes = Buffer.from(PNG_BYTES);
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
}

/** A GIF that says that it is so large; there are no pixels in it. */
export function gifBytes(width: number, height: number): Buffer {
	const bytes = Buffer.alloc(40);
	bytes.write('GIF89a');
	bytes.writeUInt16LE(width, 6);
	bytes.writeUInt16LE(height, 8);
	return bytes;
}

const PRE_SKIP = 312;

function oggPage(granule: bigint, payload: Buffer): Buffer {
	const header = Buffer.alloc(27);
	header.write('OggS');
	header.writeBigUInt64LE(granule, 6);
	const full = Math.floor(payload.length / 255);
	header[26] = full + 1;
	return Buffer.concat([header, Buffer.alloc(full, 255), Buffer.of(payload.length % 255), payload]);
}

/** An opus recording that says that it lasts so long; its sound is not real. */
export function opusBytes(ms: number): Buffer {
	const head = Buffer.alloc(19);
	head.write('OpusHead');
	head.writeUInt16LE(PRE_SKIP, 10);
	return Buffer.concat([
		oggPage(0n, head),
		oggPage(0n, Buffer.from('OpusTags')),
		oggPage(960n, Buffer.alloc(700, 1)),
		oggPage(0xffffffffffffffffn, Buffer.alloc(255, 2)),
		oggPage(BigInt(ms * 48 + PRE_SKIP), Buffer.alloc(100, 3)),
	]);
}

function box(type: string, content: Buffer): Buffer {
	const header = Buffer.alloc(8);
	header.writeUInt32BE(8 + content.length);
	header.write(type, 4);
	return Buffer.concat([header, content]);
}

/** An mp4 video that says that it lasts so long, in a header at its end; its pictures are not real. */
export function mp4Bytes(ms: number, version: 0 | 1 = 0): Buffer {
	const mvhd = Buffer.alloc(108);
	mvhd[0] = version;
	if (version === 1) {
		mvhd.writeUInt32BE(1000, 20);
		mvhd.writeBigUInt64BE(BigInt(ms), 24);
	} else {
		mvhd.writeUInt32BE(1000, 12);
		mvhd.writeUInt32BE(ms, 16);
	}
	return Buffer.concat([
		box('ftyp', Buffer.from('isom\0\0\x02\0isommp41')),
		box('mdat', Buffer.alloc(500, 1)),
		box('moov', Buffer.concat([box('free', Buffer.alloc(3)), box('mvhd', mvhd)])),
	]);
}

/** A grey picture that a browser can draw, unlike {@link pngBytes}. */
export function drawnPng(width: number, height: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header[8] = 8;
	const rows = deflateSync(Buffer.alloc((width + 1) * height));
	const chunks = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
	return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(name: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}
