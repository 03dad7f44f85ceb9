import { cleanFileName, fileNameFor } from '../../../nodes/shared/media/fileName';

describe('fileNameFor', () => {
	it.each([
		[{ fileName: '报告.pdf', mimeType: 'text/csv' }, '报告.pdf'],
		[{ mimeType: 'text/csv' }, 'file.csv'],
		[{ fileName: '', mimeType: 'text/csv; charset=utf-8' }, 'file.csv'],
		[{ fileName: ' ', fileExtension: 'tar', mimeType: 'text/csv' }, 'file.tar'],
		[{ fileName: '..', mimeType: 'image/jpeg' }, 'file.jpg'],
		[{ mimeType: 'application/octet-stream' }, 'file'],
		[{}, 'file'],
		[{ fileExtension: '.csv' }, 'file.csv'],
		[{ fileName: null, fileExtension: null, mimeType: 'application/x-zip-compressed' }, 'file.zip'],
		[{ fileName: '\u200b', mimeType: 'image/jpg' }, 'file.jpg'],
	])('of %j is %s', (file, name) => expect(fileNameFor(file)).toBe(name));

	it('has another base where the file comes from the web', () => {
		expect(fileNameFor({ mimeType: 'application/pdf' }, 'download')).toBe('download.pdf');
	});
});

describe('cleanFileName', () => {
	it.each([
		['a\0.txt', 'a.txt'],
		['a\r\nb.txt', 'ab.txt'],
		['.', ''],
		['..', ''],
		['.env', '.env'],
		['...', '...'],
	])('makes of %j %j', (name, clean) => expect(cleanFileName(name)).toBe(clean));
});
