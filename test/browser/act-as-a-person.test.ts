import type { Page } from 'playwright-core';

import { canvas, credential, openBrowserSetup, panel, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

const SEARCH = 'Search messages';

describe('someone who searches messages as a person', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		const { app, world } = setup.sandbox;
		app.redirectUrls = [`${setup.url}/rest/oauth2-credential/callback`];
		const group = world.chats.find(({ name }) => name === 'Leadership')!;
		setup.sandbox.say({ from: world.users[0], chat: group.chatId, text: 'Who pays the invoice?' });
	});
	afterAll(async () => await setup?.close());

	it('is told of an action that only a person can use, and finds one that is theirs by default', async () => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'Search users');
		await editor.getByText('This operation works only as a person').waitFor();
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, SEARCH);
		const names = await panel.fieldNames(editor);
		expect(names.slice(0, 4)).toEqual(['Resource', 'Operation', 'Act As', 'Query']);
		expect(await panel.chosen(editor, 'authentication')).toBe('User');
	});

	it('connects the credential by agreeing in Lark', async () => {
		await credential.connectToLark(editor);
		await credential.choose(editor, 'region', 'Custom Base URL');
		const { appId, appSecret } = setup.sandbox.app;
		await credential.fill(editor, {
			baseUrl: setup.sandbox.url,
			appId,
			appSecret,
		});
		const consent = await credential.askPerson(editor);
		await consent.getByText('offline_access').waitFor();
		await consent.getByRole('button', { name: 'Agree as Alice Chen' }).click();
		await credential.isConnected(editor);
	});

	it('finds messages that the person can see', async () => {
		await panel.type(editor, 'query', 'invoice');
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'Who pays the invoice?');
	});
});
