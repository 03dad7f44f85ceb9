import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { gifBytes, mp4Bytes, opusBytes, pngBytes, PNG_BYTES } from '../support/media';
import { deleteFile, fileOf, itemWithFile, truncateFile } from './harness';
import { byAddress, openLarkNode, type LarkNode } from './lark-node';

const MB = 1024 * 1024;

describe('Lark node: files', () => {
	let lark: LarkNode;

	beforeAll(async () => {
		lark = await openLarkNode();
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const run = async (
		operation: string,
		parameters: INodeParameters = {},
		...items: INodeExecutionData[]
	) =>
		await lark.run(
			{ resource: 'file', operation, ...parameters },
			items.length > 0 ? { items } : {},
		);

	const given = async (bytes: Buffer, fileName: string, mimeType = 'application/octet-stream') =>
		await itemWithFile(bytes, { fileName, mimeType });

	const upload = async (bytes: Buffer, fileName: string, options = {}, mimeType?: string) => {
		const { items, error } = await run(
			'uploadFile',
			{ options },
			await given(bytes, fileName, mimeType),
		);
		expect(error).toBeUndefined();
		return lark.sandbox.world.resource(String(items[0].json.file_key))!;
	};

	/** Makes Lark refuse the token that the credential holds. */
	const expireToken = () => {
		const data = lark.store.data('larkApi');
		lark.store.save('larkApi', { ...data, tenantAccessToken: 't-expired' });
	};

	it.each([
		['plain.txt', 'stream'],
		['報告 2026 "final".pdf', 'pdf'],
		['Résumé & costs.xlsx', 'xls'],
		['notes.DOCX', 'doc'],
		['slides.ppt', 'ppt'],
		['no opus at all.opus', 'stream'],
	])('uploads %s as %s', async (fileName, type) => {
		const bytes = Buffer.from(`content of ${fileName}\r\n--boundary`);
		const resource = await upload(bytes, fileName);
		expect(resource).toMatchObject({ fileName, type, duration: undefined });
		expect(resource.bytes.equals(bytes)).toBe(true);
	});

	it('sends the duration of recordings and videos', async () => {
		const opus = await upload(opusBytes(2500), 'voice.ogg');
		expect([opus.type, Number(opus.duration)]).toEqual(['opus', 2500]);
		const mp4 = await upload(mp4Bytes(61_250), 'clip');
		expect([mp4.type, Number(mp4.duration)]).toEqual(['mp4', 61_250]);
	});

	it('uses name, type and duration from the options', async () => {
		const options = { file_name: 'renamed.bin', file_type: 'stream', duration: 7 };
		const resource = await upload(mp4Bytes(1000), 'clip.mp4', options);
		expect(resource).toMatchObject({ fileName: 'renamed.bin', type: 'stream' });
		expect(Number(resource.duration)).toBe(7);
	});

	it('uploads 25 MB byte by byte', async () => {
		const bytes = Buffer.alloc(25 * MB, 'abcdefg');
		expect((await upload(bytes, 'large.bin')).bytes.equals(bytes)).toBe(true);
	});

	it('uploads a file that n8n keeps in memory', async () => {
		const data = Buffer.from('in memory').toString('base64');
		const binary = { data: { data, mimeType: 'text/plain', fileName: 'memory.txt' } };
		const { items, error } = await run('uploadFile', {}, { json: {}, binary });
		expect(error).toBeUndefined();
		const { bytes } = lark.sandbox.world.resource(String(items[0].json.file_key))!;
		expect(bytes.toString()).toBe('in memory');
	});

	it('closes the file when there is no token to send it with', async () => {
		const data = lark.store.data('larkApi');
		lark.store.save('larkApi', { ...data, appSecret: 'wrong' });
		const { error } = await run('uploadFile', {}, await given(Buffer.alloc(MB, 'x'), 'a.bin'));
		expect(error?.message).toMatch(/App Secret/);
	});

	it('uploads and downloads again after Lark has dropped the token', async () => {
		await upload(Buffer.from('first'), 'first.txt');
		expireToken();
		const { key, bytes } = await upload(Buffer.alloc(3 * MB, 'x'), 'second.txt');
		expect(bytes.equals(Buffer.alloc(3 * MB, 'x'))).toBe(true);
		expireToken();
		const { items, error } = await run('downloadFile', { fileKey: key });
		expect(error).toBeUndefined();
		expect((await fileOf(items[0])).equals(bytes)).toBe(true);
		expect(lark.store.data('larkApi').tenantAccessToken).not.toBe('t-expired');
	});

	it('downloads a file with its name, type and size', async () => {
		const bytes = Buffer.from('%PDF-1.7 \0\xff', 'latin1');
		const { key } = await upload(bytes, '報告 2026.pdf');
		const { items, error } = await run('downloadFile', {
			fileKey: key,
			binaryPropertyName: 'report',
		});
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({
			file_key: key,
			file_name: '報告 2026.pdf',
			mime_type: 'application/pdf',
			size: bytes.length,
		});
		expect(items[0].binary?.report).toMatchObject({
			fileName: '報告 2026.pdf',
			mimeType: 'application/pdf',
		});
		expect((await fileOf(items[0], 'report')).equals(bytes)).toBe(true);
		expect(items[0].pairedItem).toEqual({ item: 0 });
	});

	it.each([
		['report.pdf', 'stream', 'application/pdf', 'pdf'],
		['photo.png', 'stream', 'image/png', 'image'],
		['table.csv', 'stream', 'text/csv', 'text'],
		['data.parquet', 'stream', 'application/octet-stream', undefined],
		['Makefile', 'stream', 'application/octet-stream', undefined],
		['slides.pptx', 'ppt', 'application/vnd.ms-powerpoint', undefined],
	])('downloads %s, kept as %s, as %s', async (fileName, file_type, mimeType, fileType) => {
		const options = { file_type };
		const { key } = await upload(Buffer.from('content'), fileName, options);
		const { items, error } = await run('downloadFile', { fileKey: key });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ file_name: fileName, mime_type: mimeType });
		expect(items[0].binary?.data).toMatchObject({ fileName, mimeType });
		expect(items[0].binary?.data.fileType).toBe(fileType);
	});

	it('uploads and downloads an image', async () => {
		const { items: uploaded } = await run('uploadImage', {}, await given(PNG_BYTES, 'a.png'));
		const { image_key } = uploaded[0].json;
		const { items, error } = await run('downloadImage', { imageKey: String(image_key) });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ image_key, size: PNG_BYTES.length });
		expect((await fileOf(items[0])).equals(PNG_BYTES)).toBe(true);
	});

	it('downloads an attachment of a message', async () => {
		const { key } = await upload(Buffer.from('attached'), 'attached.txt');
		const { items: sent } = await lark.run({
			resource: 'message',
			operation: 'send',
			receiver: byAddress(lark.sandbox.world.chats[0].chatId),
			msgType: 'file',
			source: 'key',
			fileKey: key,
		});
		const messageId = String(sent[0].json.message_id);
		const { items, error } = await run('downloadAttachment', { messageId, fileKey: key });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ message_id: messageId, file_name: 'attached.txt' });
		expect((await fileOf(items[0])).toString()).toBe('attached');
	});

	it('reports a file that ends too early as unreadable, not as a network error', async () => {
		const item = await given(Buffer.alloc(3 * MB, 'x'), 'cut.bin');
		await truncateFile(item, MB);
		const { error } = await run('uploadFile', {}, item);
		expect(error?.message).toBe(
			`The file "cut.bin" from Input Binary Field cannot be read: it has ${MB} bytes instead of ${3 * MB}`,
		);
	});

	it("reports Lark's reason when there is nothing to download", async () => {
		const { error } = await run('downloadFile', { fileKey: 'file_unknown' });
		expect(error).toMatchObject({
			description: expect.stringMatching(/Lark code 234005, log ID/),
		});
	});

	describe('refuses before anything is sent', () => {
		it.each([
			['an empty file', 'uploadFile', Buffer.alloc(0), /is empty/],
			[
				'a file over 30 MB',
				'uploadFile',
				Buffer.alloc(30 * MB + 1),
				/too large: 30.0 MB of at most/,
			],
			['an image over 10 MB', 'uploadImage', Buffer.alloc(10 * MB + 1), /of at most 10 MB/],
			['text as an image', 'uploadImage', Buffer.from('text'), /not an image in a format of Lark/],
		])('%s', async (_what, operation, bytes, message) => {
			const { error } = await run(operation, {}, await given(bytes, 'a.png', 'image/png'));
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});

		it.each([
			['a GIF', gifBytes(2000, 2001), 'message', /2000 x 2001 pixels, a GIF can be 2000 x 2000/],
			['an avatar', pngBytes(4097, 1), 'avatar', /4097 x 1 pixels, an avatar can be 4096 x 4096/],
			['an image', pngBytes(1, 12_001), 'message', /an image can be 12000 x 12000 at most/],
		])('%s with too many pixels', async (_what, bytes, image_type, message) => {
			const item = await given(bytes, 'picture');
			const { error } = await run('uploadImage', { options: { image_type } }, item);
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('a file that n8n has deleted, naming the field', async () => {
			const item = await given(Buffer.from('gone'), 'gone.txt');
			await deleteFile(item);
			const { error } = await run('uploadFile', {}, item);
			expect(error).toMatchObject({
				message: expect.stringMatching(
					/^The file "gone.txt" from Input Binary Field cannot be read: /,
				),
				description: expect.stringMatching(/Run the step that made it again/),
			});
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('a missing binary field and a wrong key', async () => {
			expect((await run('uploadFile')).error?.message).toMatch(
				/Input Binary Field cannot be "data"/,
			);
			const wrong = await run('downloadImage', { imageKey: 'file_1' });
			expect(wrong.error?.message).toMatch(/Image Key cannot be/);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});
});
