import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

import { readExample } from '../../harness/examples';
import { canvas, openBrowserSetup, screenshot, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

const EXAMPLES = readdirSync(path.join(__dirname, '..', '..', 'examples'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => path.basename(file, '.json'));

const boxesOf = async (locator: Locator) =>
	await Promise.all((await locator.all()).map(async (one) => (await one.boundingBox())!));

type Box = Awaited<ReturnType<typeof boxesOf>>[number];

const overlap = (a: Box, b: Box) =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('someone who opens the examples', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.connectLark();
	});
	afterAll(async () => await setup?.close());

	it.each(EXAMPLES)('finds %s tidy, with a note that can be read', async (name) => {
		const [larkApi] = await setup.client.credentials();
		const { id } = await setup.client.createWorkflow(await readExample(name, larkApi));
		await editor.goto(`${setup.url}/workflow/${id}`);
		await editor.getByTestId('canvas-node').first().waitFor();
		await screenshot(editor, `example-${name}.png`, { width: 1280, height: 800 }, async () => {
			await canvas.zoomToFit(editor);
		});

		const boxes = await boxesOf(editor.getByTestId('canvas-node'));
		const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b]));
		expect(pairs.filter(([a, b]) => overlap(a, b))).toEqual([]);

		const note = editor.getByTestId('sticky');
		const [box] = await boxesOf(note);
		const lines = await boxesOf(note.locator('p, li'));
		expect(lines.length).toBeGreaterThan(1);
		const end = Math.max(...lines.map(({ y, height }) => y + height));
		expect(end).toBeLessThanOrEqual(box.y + box.height);
	});
});
