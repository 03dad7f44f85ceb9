import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import manifest from '../../package.json';
import { packageFile } from '../../harness/package-file';
import { openSetup, type TestSetup } from '../support/server';

const ROOT = path.join(__dirname, '../..');
const run = promisify(execFile);

/** Requires a file in a process of its own and lists what that loads beside n8n-workflow. */
async function loadedBy(file: string): Promise<string[]> {
	const script = `
		require('n8n-workflow');
		const before = new Set(Object.keys(require.cache));
		const exported = require(process.argv[1]);
		for (const Exported of Object.values(exported)) new Exported();
		console.log(JSON.stringify(Object.keys(require.cache).filter((file) => !before.has(file))));`;
	const { stdout } = await run(process.execPath, ['-e', script, path.join(ROOT, file)], {
		cwd: ROOT,
	});
	return (JSON.parse(stdout) as string[]).map((loaded) => path.relative(ROOT, loaded));
}

describe('the package file', () => {
	it('is under 1 MB and depends on nothing', () => {
		expect(statSync(packageFile()).size).toBeLessThan(1024 * 1024);
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it.each([...manifest.n8n.nodes, ...manifest.n8n.credentials])(
		'%s loads neither the SDK nor the error table before they are needed',
		async (file) => {
			const loaded = await loadedBy(file);
			expect(loaded).toContain(file);
			expect(loaded.filter((name) => !name.startsWith(`dist${path.sep}`))).toEqual([]);
			expect(loaded.filter((name) => name.endsWith('.json'))).toEqual([]);
			expect(loaded).not.toContain(path.join('dist', 'wsClient.js'));
			expect(loaded).not.toContain(path.join('dist', 'markdownTokens.js'));
		},
	);
});

describe('the client of the long connection', () => {
	it('is packed with the licence of everything that is in it, and so is the tokenizer of Markdown', async () => {
		const packed = (await run('tar', ['-tzf', packageFile()])).stdout.split('\n');
		expect(packed).toContain('package/dist/wsClient.js');
		expect(packed).toContain('package/dist/wsClient.LICENSES.txt');
		expect(packed).toContain('package/dist/markdownTokens.js');
		const tokenizer = readFileSync(path.join(ROOT, 'dist/markdownTokens.LICENSES.txt'), 'utf8');
		expect(tokenizer).toMatch(/^markdown-it \d+\.\d+\.\d+ \(/m);
		const licences = readFileSync(path.join(ROOT, 'dist/wsClient.LICENSES.txt'), 'utf8');
		for (const name of ['@larksuiteoapi/node-sdk', 'ws', 'protobufjs', 'axios']) {
			expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
		}
	});
});

describe('the packed package in a real n8n', () => {
	let setup: TestSetup;

	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	it('registers its nodes', async () => {
		const names = (await setup.client.nodeTypes()).map(({ name }) => name);
		expect(names).toEqual(
			expect.arrayContaining([
				'n8n-nodes-lark-im.lark',
				'n8n-nodes-lark-im.larkTrigger',
				'n8n-nodes-lark-im.larkLongConnectionTrigger',
			]),
		);
	});

	it('provides output schemas before anything has run', async () => {
		const schemas = `${setup.url}/schemas/n8n-nodes-lark-im.lark/1.0.0`;
		const answer = await fetch(`${schemas}/message/getAll.json`);
		expect(answer.status).toBe(200);
		expect(await answer.json()).toMatchObject({
			type: 'object',
			properties: { message_id: { type: 'string' }, text: { type: 'string' } },
		});
		expect((await fetch(`${schemas}/message/nothing.json`)).status).toBe(404);
	});

	it('loads without a warning in the log', () => {
		const lines = setup.log.lines();
		const start = lines.slice(
			0,
			lines.findIndex((line) => line.startsWith('Editor is now')),
		);
		expect(start.length).toBeGreaterThan(0);
		const complaints = start.filter(
			(line) => /^\S.*lark/i.test(line) && /error|fail|warn/i.test(line),
		);
		expect(complaints).toEqual([]);
	});
});
