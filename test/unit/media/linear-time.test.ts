import { cleanFileName, fileNameFor, keptFileName } from '../../../nodes/shared/media/fileName';
import { documentTypeOf, fileTypeOf, isGif, isImage } from '../../../nodes/shared/media/format';
import { imageSize } from '../../../nodes/shared/media/imageSize';
import { extensionOf, mimeTypeOf } from '../../../nodes/shared/media/mimeType';
import { mp4Duration } from '../../../nodes/shared/media/mp4';
import { opusDuration } from '../../../nodes/shared/media/opus';
import { filled, growth, LIMIT } from '../../support/growth';
import { opusBytes } from '../../support/media';

const MB = 1024 * 1024;

async function* chunksOf(bytes: Buffer, length = 65_536) {
	for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const repeated = (start: Buffer, unit: Buffer, length: number) =>
	Buffer.concat([start, Buffer.alloc(length - start.length, unit)]);

/** The first page of a recording, and one with so many segments of the given length. */
const OPUS_START = opusBytes(1).subarray(0, 27 + 1 + 19);
const oggPage = (segments: number, length: number) => {
	const header = Buffer.alloc(27 + segments, length);
	header.fill(0, 0, 27);
	header.write('OggS');
	header.writeBigUInt64LE(960n, 6);
	header[26] = segments;
	return Buffer.concat([header, Buffer.alloc(segments * length)]);
};

const JPEG_START = Buffer.of(0xff, 0xd8);

type Reader = (bytes: AsyncIterable<Buffer>) => Promise<unknown>;

const FILES: Array<[what: string, read: Reader, start: Buffer, unit: Buffer]> = [
	['mp4 of empty boxes', mp4Duration, latin1(''), latin1('\0\0\0\x08free')],
	['mp4 of empty headers', mp4Duration, latin1(''), latin1('\0\0\0\x08moov')],
	['mp4 of empty long boxes', mp4Duration, latin1(''), latin1('\0\0\0\x01free\0\0\0\0\0\0\0\x10')],
	[
		'mp4 of long boxes of no size',
		mp4Duration,
		latin1(''),
		latin1('\0\0\0\x01free\0\0\0\0\0\0\0\0'),
	],
	['mp4 of one box', mp4Duration, latin1('\0\0\0\0mdat'), latin1('a')],
	['mp4 of large boxes', mp4Duration, latin1(''), latin1('\0\0\x10\0free').subarray(0, 8)],
	['opus of empty pages', opusDuration, OPUS_START, oggPage(0, 0)],
	['opus of pages of one byte', opusDuration, OPUS_START, oggPage(1, 1)],
	['opus of pages of empty segments', opusDuration, OPUS_START, oggPage(255, 0)],
	['opus of full pages', opusDuration, OPUS_START, oggPage(255, 255)],
	['JPEG of segments without length', imageSize, JPEG_START, Buffer.of(0xff, 0xe0, 0, 0)],
	['JPEG of empty segments', imageSize, JPEG_START, Buffer.of(0xff, 0xe0, 0, 2)],
	['JPEG of segments of one byte', imageSize, JPEG_START, Buffer.of(0xff, 0xe0, 0, 3, 1)],
	['JPEG of fill bytes', imageSize, JPEG_START, Buffer.of(0xff)],
];

/** Of an opus recording, the double has nearly as many pages as are read at most. */
const SIZE = 4 * MB;

describe('the time for a file grows no faster than the file', () => {
	it.each(FILES)('%s', async (_what, read, start, unit) => {
		const work = (length: number) => read(chunksOf(repeated(start, unit, length)));
		expect(await growth(work, SIZE)).toBeLessThan(LIMIT);
	});

	it.each(FILES)('%s, in small pieces', async (_what, read, start, unit) => {
		const work = (length: number) => read(chunksOf(repeated(start, unit, length), 5));
		expect(await growth(work, MB / 4)).toBeLessThan(LIMIT);
	});
});

describe('a file made to keep n8n busy', () => {
	it.each([
		['an opus recording of empty pages', opusDuration, OPUS_START, oggPage(0, 0), 12 * MB],
		['a JPEG of empty segments', imageSize, JPEG_START, Buffer.of(0xff, 0xe0, 0, 2), 70_000],
		['a JPEG of segments without length', imageSize, JPEG_START, Buffer.of(0xff, 0xe0, 0, 0), 100],
		[
			'an mp4 of boxes without size',
			mp4Duration,
			latin1(''),
			latin1('\0\0\0\x01free\0\0\0\0\0\0\0\x0f'),
			100,
		],
	])('%s is given up', async (_what, read, start, unit, most) => {
		const pieces = chunksOf(repeated(start, unit, 30 * MB), Math.min(65_536, most / 2));
		let taken = 0;
		const counted = (async function* () {
			for await (const chunk of pieces) {
				taken += chunk.length;
				yield chunk;
			}
		})();
		expect(await (read as Reader)(counted)).toBeUndefined();
		expect(taken).toBeLessThan(most);
	});
});

/** What means something in a file name or a type. */
const UNITS = [
	'.',
	'..',
	'.a',
	'a',
	' ',
	'\t',
	'\0',
	'/',
	'\\',
	';',
	'; ',
	'application/',
	'部',
	'😀',
];

const TEXT_READERS: Record<string, (text: string) => unknown> = {
	cleanFileName,
	keptFileName,
	fileNameFor: (text) => [fileNameFor({ fileName: text }), fileNameFor({ fileExtension: text })],
	'fileNameFor a type': (text) => fileNameFor({ mimeType: text }),
	documentTypeOf: (text) =>
		documentTypeOf({ fileName: `${text}!`, mimeType: `application/${text}` }),
	fileTypeOf: (text) => fileTypeOf({ fileName: text, mimeType: text }, Buffer.from(text)),
	isImage: (text) => [isImage(Buffer.from(`\0\0\0\x18ftyp${text}`)), isGif(Buffer.from(text))],
	mimeTypeOf: (text) => [mimeTypeOf(`${text}!`, ''), mimeTypeOf('', text)],
	extensionOf: (text) => [extensionOf(text), extensionOf(`text/csv${text}`)],
};

describe('the time for names and types', () => {
	it.each(Object.entries(TEXT_READERS))(
		'of %s grows no faster than the text',
		async (_name, read) => {
			for (const unit of UNITS) {
				for (const start of ['', 'a', '.']) {
					const work = (length: number) => read(start + filled(unit, length));
					expect([start + unit, (await growth(work, 100_000)) < LIMIT]).toEqual([
						start + unit,
						true,
					]);
				}
			}
		},
	);
});
