import { bench, PNG } from './support';

const MB = 1024 * 1024;

/** A PNG that says that it is so large; only its header is real. */
function pngOf(width: number, height: number): Buffer {
	const bytes = Buffer.from(PNG);
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
}

describe('uploads', () => {
	it.each([
		['an empty image', 'images', Buffer.alloc(0), 234010],
		['text as image', 'images', Buffer.from('not an image'), 234011],
		['an image over 10 MB', 'images', Buffer.concat([PNG, Buffer.alloc(10 * MB)]), 234006],
		['an image over 12000 pixels', 'images', pngOf(12_001, 1), 234039],
		['an empty file', 'files', Buffer.alloc(0), 234010],
		['a file over 30 MB', 'files', Buffer.alloc(30 * MB + 1), 234006],
	])('%s', async (_, path, bytes, code) => {
		const b = await bench();
		const isImage = path === 'images';
		const fields: Record<string, string> = isImage
			? { image_type: 'message' }
			: { file_type: 'stream', file_name: 'a.bin' };
		const answer = await b.upload(`im/v1/${path}`, fields, isImage ? 'image' : 'file', bytes);
		expect([answer.status, answer.body.code]).toEqual([400, code]);
	});

	it.each([
		['no file part', { file_type: 'stream', file_name: 'a.bin' }, 'data', 'file'],
		['an unknown file_type', { file_type: 'zip', file_name: 'a.zip' }, 'file', 'file_type'],
		['no file_name', { file_type: 'stream' }, 'file', 'file_name'],
		[
			'a duration in words',
			{ file_type: 'opus', file_name: 'a', duration: 'long' },
			'file',
			'duration',
		],
	])('%s: 99992402', async (_, fields, part, field) => {
		const b = await bench();
		const answer = await b.upload('im/v1/files', fields as Record<string, string>, part, PNG);
		expect(answer.body.code).toBe(99992402);
		const fieldsNamed = answer.body.error?.field_violations?.map((violation) => violation.field);
		expect(fieldsNamed).toContain(field);
	});

	it('a JSON body instead of a form: 99992402', async () => {
		const b = await bench();
		const body = { image_type: 'message', image: 'x' };
		expect((await b.call('POST', 'im/v1/images', { body })).body.code).toBe(99992402);
	});
});

describe('downloads', () => {
	it('a file has its name only for requests with a JSON Content-Type', async () => {
		const b = await bench();
		const path = `im/v1/files/${await b.fileKey('pdf', 'Résumé "1".pdf')}`;
		const plain = await b.fetch('GET', path);
		expect(plain.headers.get('content-disposition')).toBeNull();
		const named = await b.fetch('GET', path, { headers: { 'Content-Type': 'application/json' } });
		expect(named.headers.get('content-type')).toBe('application/pdf');
		expect(named.headers.get('content-disposition')).toBe(
			`attachment; filename="R_sum_ _1_.pdf"; filename*=UTF-8''R%C3%A9sum%C3%A9%20%221%22.pdf`,
		);
		expect(await named.text()).toBe('a pdf');
	});

	it('own uploads only: 234008 for those of others, 234005 for none', async () => {
		const b = await bench();
		const foreign = await b.imageKey('message', b.sandbox.registerApp());
		expect((await b.call('GET', `im/v1/images/${foreign}`)).body.code).toBe(234008);
		expect((await b.call('GET', 'im/v1/images/img_v3_0')).body.code).toBe(234005);
		expect((await b.call('GET', 'im/v1/files/file_v3_0')).body.code).toBe(234005);
	});

	it('avatars cannot be downloaded or sent', async () => {
		const b = await bench();
		const image_key = await b.imageKey('avatar');
		expect((await b.call('GET', `im/v1/images/${image_key}`)).body.code).toBe(234001);
		expect((await b.send('image', { image_key })).body.code).toBe(230001);
	});

	it("a person's image and file, through their messages", async () => {
		const b = await bench();
		const shared = [
			{ name: 'pixel.png', bytes: PNG, type: 'image', key: 'image_key' },
			{ name: 'notes.txt', bytes: Buffer.from('Notes'), type: 'file', key: 'file_key' },
		];
		for (const { name, bytes, type, key } of shared) {
			const said = b.sandbox.say({ from: b.alice, chat: b.group.chatId, file: { name, bytes } });
			const content = JSON.parse(said.content) as Record<string, string>;
			const path = `im/v1/messages/${said.messageId}/resources/${content[key]}`;
			const response = await b.fetch('GET', path, { query: { type } });
			expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
			expect(response.headers.get('content-disposition')).toContain(`filename="${name}"`);
		}
	});

	it('a resource of a message: its key, its type, its chat', async () => {
		const b = await bench();
		const image_key = await b.imageKey();
		const { message_id } = (await b.send('image', { image_key })).body.data;
		const other = await b.imageKey();
		const get = async (key: string, type: string) => {
			const path = `im/v1/messages/${message_id}/resources/${key}`;
			return (await b.call('GET', path, { query: { type } })).body.code;
		};
		expect(await get(other, 'image')).toBe(234003);
		expect(await get(image_key, 'file')).toBe(234001);
		expect(await get(image_key, 'video')).toBe(99992402);
		b.group.bots = [];
		expect(await get(image_key, 'image')).toBe(234004);
	});
});
