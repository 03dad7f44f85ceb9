import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import { mp4Bytes, opusBytes, PNG_BYTES } from '../support/media';
import { itemWithFile } from './harness';
import { byAddress, openLarkNode, type LarkNode } from './lark-node';

const MB = 1024 * 1024;

describe('Lark node: sending files in one step', () => {
	let lark: LarkNode;
	let group: Chat;
	let web: Server;
	let address: string;
	const asked: Array<{ url?: string; authorization?: string }> = [];

	beforeAll(async () => {
		lark = await openLarkNode();
		group = lark.sandbox.world.chats[0];
		web = createServer(({ url, headers: { authorization } }, response) => {
			asked.push({ url, authorization });
			if (url === '/missing.png') response.writeHead(404).end('not here');
			else if (url === '/large.png') response.end(Buffer.alloc(10 * MB + 1));
			else if (url === '/broken.png') {
				response.writeHead(200, { 'Content-Length': MB });
				response.write(PNG_BYTES, () => response.destroy());
			} else response.setHeader('Content-Type', 'image/png').end(PNG_BYTES);
		});
		await new Promise<void>((listening) => web.listen(0, '127.0.0.1', listening));
		address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
	});
	beforeEach(() => {
		lark.reset();
		group.messages.length = 0;
		asked.length = 0;
	});
	afterAll(async () => {
		web.close();
		await lark.sandbox.close();
	});

	const given = async (bytes: Buffer, fileName: string): Promise<INodeExecutionData> =>
		await itemWithFile(bytes, { fileName, mimeType: 'application/octet-stream' });

	const send = async (
		msgType: string,
		item?: INodeExecutionData,
		fields: IDataObject = {},
		executionId?: string,
	) =>
		await lark.run(
			{
				resource: 'message',
				operation: 'send',
				receiver: byAddress(group.chatId),
				msgType,
				...fields,
			} as INodeParameters,
			{ ...(item && { items: [item] }), executionId },
		);

	/** The content of the only message, and what has been uploaded for it. */
	const sent = () => {
		expect(group.messages).toHaveLength(1);
		const content = JSON.parse(group.messages[0].sentContent) as Record<string, string>;
		const uploaded = (key: string) => lark.sandbox.world.resource(key)!;
		return {
			file: content.file_key && uploaded(content.file_key),
			image: content.image_key && uploaded(content.image_key),
		};
	};

	it.each([
		['file', Buffer.from('%PDF'), '報告 1.pdf', 'pdf', undefined],
		['file', mp4Bytes(1000), 'clip.mp4', 'stream', undefined],
		['audio', opusBytes(1500), 'voice.ogg', 'opus', 1500],
		['media', mp4Bytes(2500), 'clip.mp4', 'mp4', 2500],
	])('uploads and sends %s', async (msgType, bytes, fileName, type, duration) => {
		const { error } = await send(msgType, await given(bytes, fileName));
		expect(error).toBeUndefined();
		const { file } = sent();
		expect(file).toMatchObject({ bytes, fileName, type });
		expect(file && file.duration && Number(file.duration)).toBe(duration);
	});

	it('uploads and sends an image, also in a reply', async () => {
		const { items, error } = await send('image', await given(PNG_BYTES, 'a.png'));
		expect(error).toBeUndefined();
		expect(sent().image).toMatchObject({ bytes: PNG_BYTES, type: 'message' });
		const messageId = String(items[0].json.message_id);
		const reply = { resource: 'message', operation: 'reply', messageId, msgType: 'image' };
		const answered = await lark.run(reply, { items: [await given(PNG_BYTES, 'a.png')] });
		expect(answered.error).toBeUndefined();
		expect(group.messages).toHaveLength(2);
	});

	it('sends a video with a cover', async () => {
		const item = await given(mp4Bytes(1), 'clip.mp4');
		const { binary } = await given(PNG_BYTES, 'cover.png');
		item.binary = { ...item.binary, cover: binary!.data };
		const { error } = await send('media', item, { coverPropertyName: 'cover' });
		expect(error).toBeUndefined();
		expect(sent()).toMatchObject({ file: { type: 'mp4' }, image: { bytes: PNG_BYTES } });
	});

	it('sends one message when the same file is sent again in one run', async () => {
		await send('file', await given(Buffer.from('report'), 'report.txt'), {}, 'same');
		await send('file', await given(Buffer.from('report'), 'report.txt'), {}, 'same');
		expect(group.messages).toHaveLength(1);
		await send('file', await given(Buffer.from('another'), 'other.txt'), {}, 'same');
		expect(group.messages).toHaveLength(2);
	});

	it('fetches a URL without credentials', async () => {
		const { error } = await send('image', undefined, {
			source: 'url',
			fileUrl: `${address}/pictures/my%20cat.png?size=1`,
		});
		expect(error).toBeUndefined();
		expect(sent().image).toMatchObject({ bytes: PNG_BYTES });
		expect(asked).toEqual([{ url: '/pictures/my%20cat.png?size=1', authorization: undefined }]);
	});

	it('names a file after its URL', async () => {
		await send('file', undefined, { source: 'url', fileUrl: `${address}/my%20cat.png` });
		expect(sent().file).toMatchObject({ fileName: 'my cat.png', bytes: PNG_BYTES });
	});

	it.each([
		['audio', Buffer.from('ID3 mp3'), /not an Opus recording/],
		['media', Buffer.from('no video'), /not an MP4 video/],
		['image', Buffer.from('text'), /not an image in a format of Lark/],
		['file', Buffer.alloc(0), /is empty/],
		['media', Buffer.alloc(30 * MB + 1), /too large/],
	])('refuses for %s what does not fit before anything is sent', async (type, bytes, message) => {
		const { error } = await send(type, await given(bytes, 'a.bin'));
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(/\w/),
		});
		expect(lark.sandbox.requests).toEqual([]);
	});

	it.each([
		['/missing.png', /cannot be fetched: the server answers with HTTP 404/],
		['/large.png', /larger than the 10 MB/],
		['/broken.png', /^The file at the URL cannot be fetched: the connection broke off$/],
	])('refuses the URL %s', async (path, message) => {
		const { error } = await send('image', undefined, {
			source: 'url',
			fileUrl: `${address}${path}`,
		});
		expect(error?.message).toMatch(message);
		expect(lark.sandbox.requests).toEqual([]);
	});

	it.each([
		['', /URL is empty/],
		['file:///etc/passwd', /URL cannot be/],
		['http://127.0.0.1:1/a.png', /cannot be fetched: the connection was refused/],
	])('refuses the URL %j', async (fileUrl, message) => {
		const { error } = await send('file', undefined, { source: 'url', fileUrl: `=${fileUrl}` });
		expect(error?.message).toMatch(message);
		expect(lark.sandbox.requests).toEqual([]);
	});
});
