import type { Page } from 'playwright-core';

import { chatNamed, textOf } from '../support/server';
import { canvas, openBrowserSetup, panel, screenshot, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

const SEND = 'Send a message';
const RECEIVER = 'receiver';

describe('someone new who sends a message', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.connectLark();
	});
	afterAll(async () => await setup?.close());

	it('finds the action under "lark", with few fields in a sensible order', async () => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, SEND);
		const names = await panel.fieldNames(editor);
		expect(names.slice(0, 4)).toEqual(['Resource', 'Operation', 'Act As', 'Send To']);
		expect(names).toEqual(expect.arrayContaining(['Text', 'Mentions']));
		expect(names.length).toBeLessThanOrEqual(8);
	});

	it('picks the chat by its name, sends, and sees what was sent', async () => {
		await panel.pick(editor, RECEIVER, 'incident', 'Incident Response');
		await panel.type(editor, 'text', 'The backup of db-1 has failed');
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'om_', 'The backup of db-1 has failed');

		const { messages } = chatNamed(setup.sandbox.world, 'Incident Response');
		expect(messages.map(textOf)).toEqual(['The backup of db-1 has failed']);
		await screenshot(editor, 'send-a-message.png', { width: 1280, height: 860 });
	});

	it('sees that the bot must be added to a chat that it is not in', async () => {
		await panel.enterId(editor, RECEIVER, chatNamed(setup.sandbox.world, 'Leadership').chatId);
		await panel.executeStep(editor);
		expect(await panel.shownError(editor, 'The bot is not in this chat')).toMatch(
			/Add the bot to the chat.*230002/,
		);
	});

	it('sees what Send To accepts after entering something else', async () => {
		await panel.enterId(editor, RECEIVER, 'Ops team');
		await panel.executeStep(editor);
		expect(await panel.shownError(editor, /Send To cannot be "Ops team"/)).toMatch(
			/Enter a chat_id.*phone number/,
		);
	});

	it('cannot run a step without a receiver', async () => {
		await panel.enterId(editor, RECEIVER, '');
		await panel.executeStep(editor);
		await editor.getByText('Parameter "Send To" is required').first().waitFor();
	});
});
