import type { Page } from 'playwright-core';

import { canvas, openBrowserSetup, panel, screenshot, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

const FILE = ['Source', 'Input Binary Field'];
const CARD = ['Card From', 'Title', 'Color', 'Body', 'Fields', 'Inputs', 'Buttons'];

describe('someone who looks through the message types', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.connectLark();
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'Send a message');
	});
	afterAll(async () => await setup?.close());

	it.each([
		['Card', [], CARD],
		['Card', ['cardSource', 'Template'], ['Card From', 'Template ID', 'Variables']],
		['Card', ['cardSource', 'JSON'], ['Card From', 'Card JSON']],
		['Text', [], ['Text', 'Mentions']],
		['Markdown', [], ['Markdown', 'Mentions']],
		['Rich Text', [], ['Rich Text', 'Mentions']],
		['Video', [], [...FILE, 'Cover Binary Field']],
		['File', [], FILE],
		['Audio', [], FILE],
		['Image', [], FILE],
		['Image', ['source', 'Key'], ['Source', 'Image Key']],
		['Image', ['source', 'URL'], ['Source', 'URL']],
		['Sticker', [], ['Sticker File Key']],
		['Chat Card', [], ['Chat to Share']],
		['User Card', [], ['Person to Share']],
		['System', [], ['Divider Text']],
	])('%s %j asks for what it needs, and for nothing else', async (type, choice, fields) => {
		const [field, option] = choice.length > 0 ? choice : ['msgType', type];
		await panel.choose(editor, field, option);
		await panel.showsFields(editor, 'Act As', 'Send To', 'Message Type', ...fields);
		const name = [type, ...choice.slice(1)].join(' ').toLowerCase().replaceAll(' ', '-');
		await screenshot(editor, `send-${name}.png`, { width: 1280, height: 900 });
	});
});
