import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { LarkApi } from '../../../credentials/LarkApi.credentials';
import { LarkGroupBotApi } from '../../../credentials/LarkGroupBotApi.credentials';
import { LarkOAuth2Api } from '../../../credentials/LarkOAuth2Api.credentials';
import { homepage, scripts } from '../../../package.json';
import { readPage } from './markdown';

const ROOT = path.join(__dirname, '..', '..', '..');
const MAX_README_LINES = 200;

const markdownIn = (folder: string, recursive = false): string[] =>
	readdirSync(path.join(ROOT, folder), { recursive, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md'))
		.map((name) => path.join(folder, name));

const PAGES = [...markdownIn('.'), ...markdownIn('sandbox'), ...markdownIn('docs', true)];

/** @returns what is wrong with a target: the file is missing, or its heading */
function faultOf(target: string, page: string): string | undefined {
	const [file, anchor] = target.split('#');
	const found = file ? path.join(ROOT, path.dirname(page), file) : path.join(ROOT, page);
	if (!existsSync(found)) return `${target}: no such file`;
	if (!anchor || readPage(found).anchors.includes(anchor)) return undefined;
	return `${target}: no such heading`;
}

const isOutside = (target: string) => /^[a-z]+:/.test(target);

/** All texts in a JSON value. */
const textsIn = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(textsIn)
			: [];

/** The pages that n8n opens for the nodes and credentials. */
function documentationUrls(): string[] {
	const codexFiles = readdirSync(path.join(ROOT, 'nodes'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.node.json'))
		.map((name) => path.join(ROOT, 'nodes', name));
	const codices = codexFiles.map((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown);
	const credentials = [new LarkApi(), new LarkGroupBotApi(), new LarkOAuth2Api()];
	return [...textsIn(codices), ...credentials.map(({ documentationUrl }) => documentationUrl)];
}

describe('the documentation', () => {
	it.each(PAGES)('%s links to files and headings that exist', (page) => {
		const targets = readPage(path.join(ROOT, page)).targets.filter((target) => !isOutside(target));
		expect(targets.flatMap((target) => faultOf(target, page) ?? [])).toEqual([]);
	});

	it('would find a file and a heading that do not exist', () => {
		expect(faultOf('docs/none.md', 'README.md')).toBe('docs/none.md: no such file');
		expect(faultOf('../README.md#none', 'docs/app.md')).toBe('../README.md#none: no such heading');
		expect(faultOf('#install', 'README.md')).toBeUndefined();
	});

	it('has every heading that the nodes and credentials link to', () => {
		const [repository] = homepage.split('#');
		const own = documentationUrls().filter((url) => url.startsWith(repository));
		expect(own.length).toBeGreaterThan(0);
		const targets = own.map((url) => url.replace(repository, '').replace('/blob/main/', ''));
		expect(targets.flatMap((target) => faultOf(target, 'README.md') ?? [])).toEqual([]);
	});

	it('has a Chinese front page that leads to the same files as the English one', () => {
		const filesOf = (page: string) => {
			const targets = readPage(path.join(ROOT, page)).targets.map((one) => one.split('#')[0]);
			return [...new Set(targets)].filter((file) => file && !/^README/.test(file)).sort();
		};
		expect(filesOf('README.zh-CN.md')).toEqual(filesOf('README.md'));
		expect(readPage(path.join(ROOT, 'README.md')).targets[0]).toBe('README.zh-CN.md');
	});

	it('keeps the README to a length that people read', () => {
		const lines = readFileSync(path.join(ROOT, 'README.md'), 'utf8').split('\n');
		expect(lines.length).toBeLessThanOrEqual(MAX_README_LINES);
	});

	it.each(Object.keys(scripts))('describes the command %s', (script) => {
		const { code } = readPage(path.join(ROOT, 'CONTRIBUTING.md'));
		const command = script === 'test' ? 'npm test' : `npm run ${script}`;
		expect(code).toContain(command);
	});
});
