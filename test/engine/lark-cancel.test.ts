import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';

import { waitFor } from '../../harness/n8n-server';
import { slowLine, type SlowLine } from '../support/slow-line';
import { CredentialStore, itemWithFile, type NodeGiven } from './harness';
import { byAddress, items, openLarkNode, type LarkNode } from './lark-node';

const MB = 1024 * 1024;

/** How long an execution may take to end, in ms, on a busy machine. */
const AT_ONCE = 2_000;

const soon = async (what: string, isSo: () => boolean) =>
	await waitFor(what, async () => isSo() || undefined, 10_000);

/** Files of the disk that this process has open. */
const openFiles = () =>
	readdirSync('/proc/self/fd').flatMap((fd) => {
		try {
			return readlinkSync(`/proc/self/fd/${fd}`);
		} catch {
			return [];
		}
	});

describe('Lark node: an execution that is stopped', () => {
	let lark: LarkNode;
	let line: SlowLine;
	let chat: string;
	let web: http.Server | undefined;
	beforeAll(async () => {
		lark = await openLarkNode({ rateLimits: true });
		line = await slowLine(String(lark.credential.baseUrl), 4 * MB);
		chat = lark.sandbox.world.chats.find(({ bots }) => bots.length > 0)!.chatId;
	});
	beforeEach(() => lark.reset());
	afterAll(async () => {
		line.close();
		web?.close();
		web?.closeAllConnections();
		await lark.sandbox.close();
	});

	const requestsTo = (end: string) =>
		lark.sandbox.requests.filter(({ path }) => path.endsWith(end));
	const slowly = () => new CredentialStore({ larkApi: { ...lark.credential, baseUrl: line.url } });
	const passing = (request: string) =>
		line.passings.findLast((other) => other.request.startsWith(request));

	/** Runs the node, stops the execution when `isTime`, and gives how long the node went on after that. */
	const stopped = async (
		parameters: INodeParameters,
		given: Partial<NodeGiven>,
		isTime: () => boolean,
	) => {
		const stop = new AbortController();
		const run = lark.run(parameters, { ...given, stop: stop.signal });
		await soon('the time to stop', isTime);
		const stoppedAt = Date.now();
		stop.abort();
		const { run: ended } = await run;
		expect(ended.status).toBe('canceled');
		return Date.now() - stoppedAt;
	};

	const send = { resource: 'message', operation: 'send', receiver: byAddress('={{ $json.chat }}') };
	const texts = (count: number) =>
		items(...Array.from({ length: count }, (_, i) => ({ chat, text: `Message ${i}` })));
	const sendText = { ...send, text: '={{ $json.text }}' };

	it('sends nothing more, and the next execution does not wait for its unsent messages', async () => {
		const took = await stopped(
			sendText,
			{ items: texts(300) },
			() => requestsTo('/messages').length > 10,
		);
		expect(took).toBeLessThan(AT_ONCE);
		await sleep(300);
		const count = requestsTo('/messages').length;
		const start = Date.now();
		const { error } = await lark.run(sendText, { items: texts(1) });
		expect(error).toBeUndefined();
		expect(Date.now() - start).toBeLessThan(AT_ONCE);
		await sleep(1_000);
		expect(requestsTo('/messages')).toHaveLength(count + 1);
	});

	it('ends without waiting for the rate limit to reset', async () => {
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/messages')
				? { status: 429, headers: { 'x-ogw-ratelimit-reset': '30' }, body: { code: 99991400 } }
				: undefined,
		);
		const took = await stopped(
			sendText,
			{ items: texts(20) },
			() => requestsTo('/messages').length > 0,
		);
		heal();
		expect(took).toBeLessThan(AT_ONCE);
	});

	it('aborts an upload and closes the file', async () => {
		const item = await itemWithFile(Buffer.alloc(25 * MB, 'x'), {
			fileName: 'a.bin',
			mimeType: 'application/octet-stream',
		});
		const { id = '' } = item.binary?.data ?? {};
		const file = id.split('/').at(-1) ?? '';
		const isOpen = () => openFiles().some((path) => path.endsWith(file));
		const took = await stopped(
			{ resource: 'file', operation: 'uploadFile' },
			{ items: [item], credentials: slowly() },
			() => (passing('POST /open-apis/im/v1/files')?.bytes ?? 0) > MB && isOpen(),
		);
		expect(took).toBeLessThan(AT_ONCE);
		await waitFor('the file to be closed', async () => !isOpen() || undefined);
		await waitFor(
			'the end of the upload',
			async () => passing('POST')?.isOpen === false || undefined,
		);
		expect(passing('POST')?.bytes).toBeLessThan(20 * MB);
	});

	it('does not start the uploads that are queued behind others', async () => {
		line.passings.length = 0;
		const credentials = slowly();
		await lark.run({ resource: 'bot', operation: 'getInfo' }, { credentials });
		const item = await itemWithFile(Buffer.alloc(25 * MB, 'x'), {
			fileName: 'a.bin',
			mimeType: 'application/octet-stream',
		});
		const took = await stopped(
			{ resource: 'file', operation: 'uploadFile' },
			{ items: Array.from({ length: 30 }, () => item), credentials },
			() => (passing('POST /open-apis/im/v1/files')?.bytes ?? 0) > MB,
		);
		expect(took).toBeLessThan(AT_ONCE);
		await sleep(500);
		expect(line.passings.filter(({ request }) => request.endsWith('/files'))).toHaveLength(4);
	});

	it('aborts a download', async () => {
		const { key } = lark.sandbox.world.addResource({
			key: 'file_large',
			kind: 'file',
			type: 'stream',
			owner: { type: 'app', appId: lark.sandbox.app.appId },
			fileName: 'large.bin',
			contentType: 'application/octet-stream',
			bytes: Buffer.alloc(25 * MB, 'x'),
		});
		const took = await stopped(
			{ resource: 'file', operation: 'downloadFile', fileKey: key },
			{ credentials: slowly() },
			() => (passing('GET')?.bytes ?? 0) > MB,
		);
		expect(took).toBeLessThan(AT_ONCE);
		await soon('the end of the download', () => !passing('GET')?.isOpen);
		expect(passing('GET')?.bytes).toBeLessThan(20 * MB);
	});

	it('aborts the download of a file from a URL', async () => {
		let isOpen: boolean | undefined;
		web = http.createServer((_request, response) => {
			isOpen = true;
			response.on('close', () => (isOpen = false)).write(Buffer.alloc(MB));
		});
		web.listen(0, '127.0.0.1');
		await once(web, 'listening');
		const fileUrl = `http://127.0.0.1:${(web.address() as AddressInfo).port}/never-ending.bin`;
		const took = await stopped(
			{ ...send, msgType: 'file', source: 'url', fileUrl },
			{ items: texts(1) },
			() => isOpen === true,
		);
		expect(took).toBeLessThan(AT_ONCE);
		await soon('the end of the connection', () => isOpen === false);
	});
});
