import { cleanFileName, fileNameFor, keptFileName } from '../../../nodes/shared/media/fileName';

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

describe('keptFileName', () => {
	it.each([
		['../../etc/passwd', 'passwd'],
		['C:\\Users\\a.txt', 'a.txt'],
		['a/..', ''],
		['a/\0', ''],
		['/', ''],
		['a.txt', 'a.txt'],
	])('makes of %j %j', (name, kept) => expect(keptFileName(name)).toBe(kept));
});

describe('cleanFileName', () => {
	it.each([
		['a\0.txt', 'a.txt'],
		['a\r\nb.txt', 'ab.txt'],
		['.', ''],
		['..', ''],
		['.env', '.env'],
		['...', '...'],
		['..\u200b', ''],
		['\u202e..', ''],
		['report\u202efdp.exe', 'reportfdp.exe'],
		['\u2066a\u2069.txt', 'a.txt'],
		['\ufeff报告.pdf', '报告.pdf'],
		['👩\u200d💻.png', '👩\u200d💻.png'],
		['می\u200cخواهم.txt', 'می\u200cخواهم.txt'],
		[`${'a'.repeat(300)}.pdf`, `${'a'.repeat(251)}.pdf`],
		[`${'部'.repeat(100)}.pdf`, `${'部'.repeat(83)}.pdf`],
		['😀'.repeat(70), '😀'.repeat(63)],
		[`.${'a'.repeat(300)}`, `.${'a'.repeat(254)}`],
	])('makes of %j %j', (name, clean) => expect(cleanFileName(name)).toBe(clean));
});
