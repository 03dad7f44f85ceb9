import { mimeTypeOf } from '../../../nodes/shared/media/mimeType';

const BYTES = 'application/octet-stream';

describe('mimeTypeOf', () => {
	it.each([
		['report.pdf', 'application/pdf'],
		['Photo 1.PNG', 'image/png'],
		['photo.jpeg', 'image/jpeg'],
		['報告.final.csv', 'text/csv'],
		['notes.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
		['voice.opus', 'audio/ogg'],
		['archive.7z', 'application/x-7z-compressed'],
		['page.htm', 'text/html'],
		['data.parquet', BYTES],
		['Makefile', BYTES],
		['pdf', BYTES],
		['ends with a dot.', BYTES],
		['', BYTES],
	])('%s, of which the server knows nothing: %s', (fileName, type) => {
		expect(mimeTypeOf(fileName, BYTES)).toBe(type);
		expect(mimeTypeOf(fileName, 'binary/octet-stream')).toBe(type);
		expect(mimeTypeOf(fileName, '')).toBe(type);
	});

	it('leaves what the server knows', () => {
		expect(mimeTypeOf('image.txt', 'image/webp')).toBe('image/webp');
		expect(mimeTypeOf('unknown', 'text/plain')).toBe('text/plain');
	});
});
