import type { Page } from 'playwright-core';

import { chatNamed, textOf } from '../support/server';
import { canvas, credential, openBrowserSetup, panel, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

describe('someone who has the webhook of a group, and no app', () => {
	let setup: BrowserSetup;
	let editor: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
	});
	afterAll(async () => await setup?.close());

	it('sees only the fields that a group bot has', async () => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'Send a message');
		await panel.choose(editor, 'authentication', 'Group Bot');
		await panel.showsFields(editor, 'Act As', 'Message Type', 'Text', 'Mentions');
	});

	it('learns from the test of the credential that the secret is missing', async () => {
		const { webhookUrl, baseUrl } = setup.groupBotCredential;
		await credential.connectToLark(editor);
		await credential.fill(editor, { webhookUrl: String(webhookUrl), baseUrl: String(baseUrl) });
		await credential.save(editor);
		await credential.failsWith(editor, /Lark refuses the signature/);
	});

	it('fills it in, and sends into the group', async () => {
		const { signingSecret } = setup.groupBotCredential;
		await credential.fill(editor, { signingSecret: String(signingSecret) });
		await credential.save(editor);
		await credential.closesBySuccess(editor);
		await panel.type(editor, 'text', 'The disk of db-1 is full');
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'success');
		const { messages } = chatNamed(setup.sandbox.world, 'Incident Response');
		expect(messages.map(textOf)).toEqual(['The disk of db-1 is full']);
		const page = await setup.openChatPage();
		await page.getByText('The disk of db-1 is full').first().waitFor();
		await page.getByText('Alerts', { exact: true }).first().waitFor();
		await page.close();
	});

	it('chooses an image by its key, and the chat to share by its ID', async () => {
		await panel.choose(editor, 'msgType', 'Image');
		await panel.showsFields(editor, 'Act As', 'Message Type', 'Image Key');
		await panel.choose(editor, 'msgType', 'Chat Card');
		await panel.showsFields(editor, 'Act As', 'Message Type', 'Chat to Share');
	});
});
