import type { Page } from 'playwright-core';

import { pngBytes } from '../support/media';
import { canvas, openBrowserSetup, panel, screenshot, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

const GROUP = 'Incident Response';

describe('someone new who wants the images that people send', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.connectLark();
	});
	afterAll(async () => await setup?.close());

	it('asks for attachments in the panel, and has the image that is sent in the chat in the item', async () => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'On message received');
		await panel.addEntry(editor, 'Add Option', 'Download Attachments', 'first');
		await panel.executeStep(editor);
		await editor.getByTestId('trigger-listening').waitFor();

		const chatPage = await setup.openChatPage();
		await chatPage.getByRole('button', { name: GROUP }).click();
		const image = { name: 'photo.png', mimeType: '', buffer: pngBytes(20, 20) };
		await chatPage.getByLabel('Image to send').setInputFiles(image);

		await editor.bringToFront();
		await editor.getByTestId('output-panel').getByText('Binary', { exact: true }).click();
		await panel.showsItems(editor, 'attachment_0', 'image/png');
		await screenshot(editor, 'image-into-a-workflow.png', { width: 1280, height: 800 });
	});
});
