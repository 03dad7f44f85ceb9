import { fileTypeOf, isImage, isMp4, isOpus } from '../../../nodes/shared/media/format';
import { mp4Bytes, opusBytes, PNG_BYTES } from '../../support/media';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('formats by their first bytes', () => {
	it.each([
		'\xff\xd8\xff\xe0',
		'GIF89a',
		'RIFF\0\0\0\0WEBP',
		'BM',
		'\0\0\x01\0',
		'II*\0',
		'MM\0*',
		'\0\0\0\x18ftypheic',
	])('%j is an image', (head) => {
		expect(isImage(latin1(head))).toBe(true);
		expect(isMp4(latin1(head))).toBe(false);
	});

	it('tells images, recordings and videos apart', () => {
		const kinds = [PNG_BYTES, opusBytes(1), mp4Bytes(1), latin1('<svg>')].map((bytes) =>
			[isImage, isOpus, isMp4].map((is) => is(bytes)),
		);
		expect(kinds).toEqual([
			[true, false, false],
			[false, true, false],
			[false, false, true],
			[false, false, false],
		]);
	});

	it.each(['qt  ', 'M4A ', 'M4B ', 'avif', 'avis', 'mif1', 'msf1', 'heic', 'crx ', 'jp2 ', '    '])(
		'%j is no mp4 video',
		(brand) => expect(isMp4(latin1(`\0\0\0\x14ftyp${brand}`))).toBe(false),
	);

	it.each(['isom', 'iso5', 'mp41', 'mp42', 'avc1', 'M4V ', '3gp5', '3g2a', 'dash', 'MSNV'])(
		'%j is an mp4 video',
		(brand) => expect(isMp4(latin1(`\0\0\0\x18ftyp${brand}`))).toBe(true),
	);
});

describe('fileTypeOf', () => {
	it.each([
		['a.PDF', '', 'pdf'],
		['a', 'application/pdf', 'pdf'],
		['a', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'doc'],
		['a.csv', 'text/csv', 'stream'],
		['a.constructor', '', 'stream'],
	])('%s %s is %s', (fileName, mimeType, type) =>
		expect(fileTypeOf({ fileName, mimeType }, latin1('text'))).toBe(type),
	);
});
