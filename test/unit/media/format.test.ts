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

	it.each([
		'qt  ',
		'M4A ',
		'M4B ',
		'avif',
		'avis',
		'mif1',
		'msf1',
		'heic',
		'crx ',
		'jp2 ',
		'    ',
		'msdh',
		'cmfs',
		'3gm9',
		'j2ki',
		'jxl ',
		'avci',
		'miaf',
	])('%j is no mp4 video', (brand) => expect(isMp4(latin1(`\0\0\0\x14ftyp${brand}`))).toBe(false));

	it.each([
		'isom',
		'iso5',
		'mp41',
		'mp42',
		'avc1',
		'M4V ',
		'3gp5',
		'3g2a',
		'dash',
		'MSNV',
		'iso6',
		'isod',
		'3gr6',
		'3gs9',
		'XAVC',
		'CAEP',
		'caqv',
		'piff',
		'hvc1',
		'NDSH',
	])('%j is an mp4 video', (brand) => expect(isMp4(latin1(`\0\0\0\x18ftyp${brand}`))).toBe(true));
});

describe('pictures of the structure of mp4', () => {
	const ftyp = (major: string, ...compatible: string[]) => {
		const box = latin1(`\0\0\0\0ftyp${major}\0\0\0\0${compatible.join('')}`);
		box.writeUInt32BE(box.length);
		return Buffer.concat([box, latin1('\0\0\0\x08metaavif')]);
	};

	it.each([
		['AVIF', ['avif', 'avif', 'mif1', 'miaf', 'MA1B']],
		['an AVIF sequence', ['avis', 'avis', 'msf1', 'iso8', 'mif1']],
		['AVIF with the brand of all pictures', ['mif1', 'avif', 'miaf']],
		['an AVIF sequence with the brand of all sequences', ['msf1', 'iso8', 'avis']],
		['a picture of another codec with the brand of all pictures', ['mif1', 'vvic', 'miaf']],
		['a JPEG in the structure of mp4', ['mif1', 'jpeg']],
	])('%s is neither an image of Lark nor a video', (_case, [major, ...compatible]) => {
		const head = ftyp(major, ...compatible);
		expect([isImage(head), isMp4(head)]).toEqual([false, false]);
		expect(fileTypeOf({ fileName: 'a.avif', mimeType: 'image/avif' }, head)).toBe('stream');
	});

	it.each([
		['HEIC', ['heic', 'mif1', 'heic']],
		['HEIC with the brand of all pictures', ['mif1', 'heic', 'miaf']],
		['HEIC without compatible brands', ['mif1']],
		['HEIC in layers', ['hevm', 'msf1']],
	])('%s is an image', (_case, [major, ...compatible]) => {
		const head = ftyp(major, ...compatible);
		expect([isImage(head), isMp4(head)]).toEqual([true, false]);
	});
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
