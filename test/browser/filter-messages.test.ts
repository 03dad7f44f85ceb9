import type { Page } from 'playwright-core';

import { canvas, openBrowserSetup, panel, screenshot, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

describe('someone who wants some messages only', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.client.createCredential({
			name: 'Lark account',
			type: 'larkApi',
			data: setup.credential,
		});
	});
	afterAll(async () => await setup?.close());

	it('sees each event with what it needs', async () => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'On message received');
		await panel.open(editor, 'events');
		await editor.getByText('scope im:message.reactions:read').first().waitFor();
		await screenshot(editor, 'trigger-events.png', { width: 1280, height: 900 });
		await panel.closeList(editor);
	});

	it('sees where messages come from, and picks a group by its name', async () => {
		expect(await panel.fieldNames(editor)).toEqual(
			expect.arrayContaining([
				'Trigger On',
				'Chat Types',
				'Direct Chats',
				'Groups',
				'Group Messages',
				'Simplify',
				'Filters',
				'Options',
			]),
		);
		await panel.choose(editor, 'groupScope', 'Selected Groups');
		await panel.choose(editor, 'groupStrategy', 'Only Mentions of the Bot');
		await panel.addEntry(editor, 'Add Group');
		await panel.pick(editor, 'id', 'incident', 'Incident Response');
		await screenshot(editor, 'trigger-groups.png', { width: 1280, height: 1100 });
	});

	it('adds a command', async () => {
		await panel.addEntry(editor, 'Add Filter', 'Commands');
		await panel.type(editor, 'commands', 'deploy');
		await screenshot(editor, 'trigger-filters.png', { width: 1280, height: 1300 });
	});
});
