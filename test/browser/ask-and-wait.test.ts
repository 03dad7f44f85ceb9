import type { Page } from 'playwright-core';

import { canvas, openBrowserSetup, panel, screenshot, type BrowserSetup } from './harness';

jest.setTimeout(180_000);

const GROUP = 'Incident Response';
const QUESTION = '**checkout 2.4** is ready. Deploy it?';

describe('someone who knows the Send and Wait of other nodes', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.connectLark();
	});
	afterAll(async () => await setup?.close());

	it('is told in the panel what takes the answers, and publishes it', async () => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'Send message and wait for response');
		await editor.getByText(/The answers come in by a published workflow/).waitFor();
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'On message received');
		await canvas.closePanel(editor);
		expect(await canvas.publish(editor)).toContain('Workflow published');
	});

	it('asks two people of a group, who approve in the chat', async () => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'Send message and wait for response');
		await panel.pick(editor, 'receiver', 'incident', GROUP);
		await panel.type(editor, 'message', QUESTION);
		await panel.choose(editor, 'approvalsNeeded', 'Several');
		await panel.addEntry(editor, 'Add Option');
		await panel.choose(editor, 'approvalType', 'Approve and Disapprove');
		await panel.choose(editor, 'declineReason', 'Optional');
		await screenshot(editor, 'send-and-wait.png', { width: 1280, height: 1560 });
		await panel.executeStep(editor);
		await editor.getByText("Execution will continue after the user's response").waitFor();

		const page = await setup.openChatPage();
		await page.getByRole('button', { name: GROUP }).click();
		const log = page.getByRole('log');
		const approve = log.getByRole('button', { name: 'Approve', exact: true });
		await approve.click();
		await log.getByText('1 of 2').first().waitFor();
		await page.getByLabel('Write as').selectOption('Bob Miller');
		await screenshot(page, 'approve-in-the-chat.png', { width: 1000, height: 640 });
		await approve.click();
		await approve.waitFor({ state: 'hidden' });
		await screenshot(page, 'approved-in-the-chat.png', { width: 1000, height: 640 });

		await editor.bringToFront();
		await panel.showsItems(editor, 'approved', 'Alice Chen', 'Bob Miller');
	});
});
