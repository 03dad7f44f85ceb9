import type { Page } from 'playwright-core';

import { chatNamed } from '../support/server';
import { canvas, openBrowserSetup, panel, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

describe('someone whose alert mentions the person on call', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.connectLark();
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'Send a message');
		await panel.pick(editor, 'receiver', 'incident', 'Incident Response');
	});
	afterAll(async () => await setup?.close());

	const last = () => chatNamed(setup.sandbox.world, 'Incident Response').messages.at(-1)!;

	it('picks the person by name', async () => {
		const [alice] = setup.sandbox.world.users;
		await panel.type(editor, 'text', 'The backup of db-1 has failed');
		await panel.addEntry(editor, 'Add Mention');
		await panel.pick(editor, 'person', 'alice', alice.name);
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'om_', `@${alice.name} The backup of db-1 has failed`);
		expect(last().content).toBe('{"text":"@_user_1 The backup of db-1 has failed"}');
	});

	it('says in the text where the mention goes, and gives an email address', async () => {
		const [, bob] = setup.sandbox.world.users;
		await panel.type(editor, 'text', 'Down. @1, please look');
		await panel.enterId(editor, 'person', bob.email);
		await panel.executeStep(editor);
		await panel.showsItems(editor, `Down. @${bob.name}, please look`);
		expect(last().mentions).toMatchObject([{ name: bob.name }]);
	});

	it('sees that a name is nobody, before anything is sent', async () => {
		const { messages } = chatNamed(setup.sandbox.world, 'Incident Response');
		const before = messages.length;
		await panel.enterId(editor, 'person', 'Alice');
		await panel.executeStep(editor);
		expect(await panel.shownError(editor, /Mentions cannot be "Alice"/)).toMatch(
			/Pick the person from the list/,
		);
		expect(messages).toHaveLength(before);
	});
});
