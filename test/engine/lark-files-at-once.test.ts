import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { slowLine, type SlowLine } from '../support/slow-line';
import { CredentialStore, itemWithFile } from './harness';
import { byAddress, items, openLarkNode, type LarkNode } from './lark-node';

/** Size of a file: its transfer takes a tenth of a second, so that parallel transfers overlap. */
const BYTES = 200_000;

describe('Lark node: parallel transfers', () => {
	let lark: LarkNode;
	let line: SlowLine;
	let chats: string[];
	beforeAll(async () => {
		lark = await openLarkNode({ seed: { chats: 30 }, latencyMs: 300 });
		const { appId } = lark.sandbox.app;
		chats = lark.sandbox.world.chats
			.filter(({ bots }) => bots.includes(appId))
			.map(({ chatId }) => chatId);
	});
	beforeEach(async () => {
		lark.reset();
		line = await slowLine(String(lark.credential.baseUrl), 10 * BYTES);
	});
	afterEach(() => line.close());
	afterAll(async () => await lark.sandbox.close());

	const run = async (parameters: INodeParameters, given: INodeExecutionData[]) => {
		const credentials = new CredentialStore({
			larkApi: { ...lark.credential, baseUrl: line.url },
		});
		const { items: output, error } = await lark.run(parameters, { items: given, credentials });
		expect(error).toBeUndefined();
		expect(output).toHaveLength(given.length);
	};
	const send = {
		resource: 'message',
		operation: 'send',
		receiver: byAddress('={{ $json.chat }}'),
		options: { pace: false },
	};
	const withFiles = async (): Promise<INodeExecutionData[]> => {
		const content = { fileName: 'a.bin', mimeType: 'application/octet-stream' };
		const { binary } = await itemWithFile(Buffer.alloc(BYTES), content);
		return chats.slice(0, 12).map((chat) => ({ json: { chat }, binary }));
	};

	it('uploads 4 files at a time and sends the messages with them', async () => {
		await run({ ...send, msgType: 'file' }, await withFiles());
		expect(line.most(/\/files$/)).toBe(4);
	});

	it('downloads 4 files at a time', async () => {
		const { key } = lark.sandbox.world.addResource({
			key: 'file_shared',
			kind: 'file',
			type: 'stream',
			owner: { type: 'app', appId: lark.sandbox.app.appId },
			fileName: 'a.bin',
			contentType: 'application/octet-stream',
			bytes: Buffer.alloc(BYTES),
		});
		const download = { resource: 'file', operation: 'downloadFile', fileKey: key };
		await run(download, items(...chats.slice(0, 12).map((chat) => ({ chat }))));
		expect(line.most(/\/files\//)).toBe(4);
	});

	it('fetches 4 files from URLs at a time', async () => {
		const fileUrl = `${line.url}/sandbox/state`;
		const given = items(...chats.slice(0, 12).map((chat) => ({ chat })));
		await run({ ...send, msgType: 'file', source: 'url', fileUrl }, given);
		expect(line.most(/\/(files|state)$/)).toBe(4);
	});

	it('sends more than 20 texts at a time', async () => {
		await run({ ...send, text: 'Hello' }, items(...chats.map((chat) => ({ chat }))));
		expect(line.most(/\/messages$/)).toBeGreaterThan(20);
	});
});
