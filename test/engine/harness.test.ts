import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NodeOperationError, type IExecuteFunctions, type INodeType } from 'n8n-workflow';

import { fileOf, itemWithFile, runNode } from './harness';

/** A node small enough to show what the harness itself does. */
function nodeThat(execute: NonNullable<INodeType['execute']>): INodeType {
	return {
		description: {
			displayName: 'Sample',
			name: 'sample',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Sample' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [{ displayName: 'Text', name: 'text', type: 'string', default: '' }],
		},
		execute,
	};
}

const run = async (
	execute: NonNullable<INodeType['execute']>,
	given: Partial<Parameters<typeof runNode>[0]> = {},
) =>
	await runNode({
		type: 'sample',
		parameters: {},
		nodeTypes: { sample: nodeThat(execute) },
		...given,
	});

describe('the engine harness', () => {
	let server: Server;
	let url: string;

	beforeAll(async () => {
		server = createServer((_request, response) => response.end('{"answer":42}'));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});

	afterAll(() => server.close());

	it('resolves expressions and sends real requests', async () => {
		const { items } = await run(
			async function (this: IExecuteFunctions) {
				const text = this.getNodeParameter('text', 0);
				const answer = await this.helpers.httpRequest({ url, json: true });
				return [[{ json: { text, answer } }]];
			},
			{ parameters: { text: '={{ $json.name }}!' }, items: [{ json: { name: 'Ada' } }] },
		);
		expect(items[0]?.json).toEqual({ text: 'Ada!', answer: { answer: 42 } });
	});

	it('returns the error that the node throws', async () => {
		const { error, items } = await run(async function (this: IExecuteFunctions) {
			throw new NodeOperationError(this.getNode(), 'No such chat');
		});
		expect(items).toEqual([]);
		expect(error).toMatchObject({ name: 'NodeOperationError', message: 'No such chat' });
	});

	it('retries as often as n8n does', async () => {
		let tries = 0;
		const { items } = await run(
			async () => {
				if (++tries < 3) throw new Error('Try again');
				return [[{ json: { tries } }]];
			},
			{ retryOnFail: true },
		);
		expect(items[0]?.json).toEqual({ tries: 3 });
	});

	it('continues on failure with Continue On Fail', async () => {
		const { items, error } = await run(
			async function (this: IExecuteFunctions) {
				return [[{ json: { continues: this.continueOnFail() } }]];
			},
			{ continueOnFail: true },
		);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toEqual({ continues: true });
	});

	it('keeps files on disk', async () => {
		const item = await itemWithFile(Buffer.from('hello'), {
			fileName: 'hello.txt',
			mimeType: 'text/plain',
		});
		expect(item.binary?.data?.id).toMatch(/^filesystem/);
		const { items } = await run(
			async function (this: IExecuteFunctions) {
				const file = await this.helpers.getBinaryDataBuffer(0, 'data');
				const upper = Buffer.from(file.toString().toUpperCase());
				const data = await this.helpers.prepareBinaryData(upper, 'upper.txt');
				return [[{ json: {}, binary: { data } }]];
			},
			{ items: [item] },
		);
		expect((await fileOf(items[0]!)).toString()).toBe('HELLO');
	});
});
