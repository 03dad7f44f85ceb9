import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { fileNameOf } from '../../../nodes/shared/transport/contentDisposition';
import { store, type Download } from '../../../nodes/shared/transport/download';
import { multipart } from '../../../nodes/shared/transport/multipart';
import { filled, growth, LIMIT } from '../../support/growth';

const utf8 = (text: string) => Buffer.from(text).toString('latin1');

describe('fileNameOf', () => {
	it.each([
		['attachment; filename="a b.txt"', 'a b.txt'],
		['attachment; filename=a.txt; size=3', 'a.txt'],
		['attachment; filename="say \\"hi\\".txt"', 'say "hi".txt'],
		['attachment; filename="_.pdf"; filename*=UTF-8\'\'%E5%A0%B1%20%E5%91%8A.pdf', '報 告.pdf'],
		["attachment; FileName*=utf-8'en'a%2Cb.txt", 'a,b.txt'],
		['attachment; filename="ok.txt"; filename*=UTF-8\'\'%zz', 'ok.txt'],
		[utf8('attachment; filename="報告.pdf"'), '報告.pdf'],
		['attachment; filename="caf\xe9.txt"', 'café.txt'],
		['attachment; filename="../../etc/passwd"', 'passwd'],
		['attachment; filename=Monthly Report 2026.pdf', 'Monthly Report 2026.pdf'],
		['attachment; filename=Monthly Report 2026.pdf ; size=3', 'Monthly Report 2026.pdf'],
		['attachment; filename=%E5%A0%B1%E5%91%8A.pdf', '報告.pdf'],
		['attachment; filename="100%.pdf"', '100%.pdf'],
		['attachment; filename="..%2F..%2Fpasswd"', 'passwd'],
		["attachment; filename*=ISO-8859-1''%A3%20rates.pdf", '£ rates.pdf'],
		['attachment; filename*="UTF-8\'\'a%20b.pdf"', 'a b.pdf'],
		["attachment; filename*=UTF-8''a b.pdf", 'a b.pdf'],
		['attachment; filename*=a%20b.pdf', 'a b.pdf'],
		['attachment; name="x; filename=other.pdf"; filename="own.pdf"', 'own.pdf'],
		['attachment; filename="open.pdf', 'open.pdf'],
		['attachment; filename="=?UTF-8?B?5aCx5ZGKLnBkZg==?="', '報告.pdf'],
		['attachment; filename="=?utf-8?q?a=20b=5F_c.pdf?="', 'a b_ c.pdf'],
		['attachment; filename*0="long-"; filename*1="name.pdf"', 'long-name.pdf'],
		["attachment; filename*0*=UTF-8''%e2%82%ac; filename*1*=%20b.pdf", '€ b.pdf'],
		['attachment', ''],
		['', ''],
	])('%j', (header, name) => expect(fileNameOf(header)).toBe(name));
});

it.each([';', ' ', '"', '\\', '=?a?b?', 'filename=', "filename*=UTF-8''", ';filename="', '%e5'])(
	'the time to read the name in a header grows no faster than the header, made of %j',
	async (unit) => {
		const read = (size: number) => {
			fileNameOf(`attachment; filename="${filled(unit, size)}`);
			fileNameOf(filled(unit, size));
		};
		expect(await growth(read, 300_000)).toBeLessThan(LIMIT);
	},
);

describe('a file from outside', () => {
	it.each([
		['..', undefined, 'application/octet-stream'],
		['../../n8n/config.json', 'config.json', 'application/json'],
		['a\u202efdp.\0pdf', 'afdp.pdf', 'application/pdf'],
	])('called %j is kept as %j', async (fileName, ...kept) => {
		const given: unknown[] = [];
		const prepareBinaryData = async (_stream: unknown, ...facts: unknown[]) => {
			given.push(...facts);
			return { data: '', mimeType: '' };
		};
		const stream = new PassThrough() as unknown as Download['stream'];
		await store({ prepareBinaryData }, { stream, fileName, mimeType: '' });
		expect(given).toEqual(kept);
	});
});

describe('multipart', () => {
	const file = (bytes: Buffer, fileName: string) => ({
		fileName,
		mimeType: 'text/plain',
		size: bytes.length,
		open: async () => bytes,
		unreadable: (error: Error) => error,
	});

	it('has the length that it says, and can be opened twice', async () => {
		const form = multipart({ file_name: '報告' }, 'file', file(Buffer.from('bytes'), '報告 1.txt'));
		const bodies = [await form.open(), await form.open()].map(({ body }) => body as Buffer);
		expect(bodies[0]).toHaveLength(form.headers['Content-Length']);
		expect(bodies[0].equals(bodies[1])).toBe(true);
	});

	it('lets no name break out of its header', async () => {
		const form = multipart({}, 'file', file(Buffer.from('x'), 'a"\r\nX: y'));
		const { body } = await form.open();
		expect(String(body)).toContain('filename="a%22%0D%0AX: y"\r\n');
	});

	it.each(['before it is read', 'while it is read', 'when it is read'])(
		'closes its file %s',
		async (when) => {
			const source = createReadStream(__filename, { highWaterMark: 100 });
			const { size } = statSync(__filename);
			const open = async () => source;
			const form = multipart({}, 'file', { ...file(Buffer.alloc(0), 'a.ts'), size, open });
			const { body, close } = await form.open();
			if (when !== 'before it is read') {
				const sink = (body as Readable).pipe(new PassThrough());
				await once(sink, 'readable');
				if (when === 'when it is read') await buffer(sink);
				else sink.destroy();
			}
			close();
			if (!source.closed) await once(source, 'close');
			expect((body as Readable).destroyed).toBe(true);
		},
	);
});
