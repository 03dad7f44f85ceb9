import type { Page } from 'playwright-core';

import {
	canvas,
	chat,
	credential,
	openBrowserSetup,
	panel,
	screenshot,
	type BrowserSetup,
} from './harness';

jest.setTimeout(120_000);

const REPLY = 'Reply to a message';
const MESSAGE_ID = '{{ $json.message_id }}';

describe('someone new who builds a bot that answers', () => {
	let setup: BrowserSetup;
	let editor: Page;
	let chatPage: Page;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		chatPage = await setup.openChatPage();
	});
	afterAll(async () => await setup?.close());

	it('finds the trigger under "lark", with only the fields that it needs', async () => {
		await editor.bringToFront();
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'On message received');
		const names = await panel.fieldNames(editor);
		expect(names).toContain('Trigger On');
		expect(names).not.toContain('Body');
	});

	it('is told that the App Secret is wrong, and connects with the right one', async () => {
		const { appId, appSecret, encryptKey, verificationToken } = setup.sandbox.app;
		const baseUrl = String(setup.credential.baseUrl);
		await credential.connectToLark(editor);
		await credential.choose(editor, 'region', 'Custom Base URL');
		await credential.fill(editor, { baseUrl, appId, encryptKey, verificationToken });
		await credential.fill(editor, { appSecret: 'wrong' });
		await credential.save(editor);
		await credential.failsWith(
			editor,
			/The App Secret is wrong\. Copy the App Secret again from the developer console/,
		);

		await credential.fill(editor, { appSecret });
		await credential.save(editor);
		await credential.closesBySuccess(editor);
		await credential.passesAgain(editor);
	});

	it('listens for a test event, and sees the message that is written to the bot', async () => {
		const url = await panel.webhookUrl(editor, 'test');
		await panel.executeStep(editor);
		await editor.getByTestId('trigger-listening').waitFor();
		await chat.saveRequestUrl(chatPage, url);
		await chat.say(chatPage, 'Checkout shows an error.');

		await editor.bringToFront();
		await panel.showsItems(editor, 'im.message.receive_v1', 'Checkout shows an error.');
	});

	it('adds the reply, learns what a message ID is, and answers the test event', async () => {
		await canvas.closePanel(editor);
		await canvas.addNextNode(editor, REPLY);
		await panel.type(editor, 'text', 'Thank you, the engineer on call has been told.');
		await panel.type(editor, 'messageId', 'the message');
		await panel.executeStep(editor);
		expect(await panel.shownError(editor, 'message IDs start with om_')).toContain(MESSAGE_ID);

		await panel.clear(editor, 'messageId');
		await panel.dragInput(editor, 'message_id', 'messageId', MESSAGE_ID);
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'om_', 'has been told');
		expect(await chat.botAnswer(chatPage, 'Checkout shows an error.')).toContain('has been told');
	});

	it('publishes the workflow, whose URL the trigger saves by itself, and the bot answers in the chat', async () => {
		await canvas.closePanel(editor);
		await screenshot(editor, 'workflow.png', { width: 1080, height: 560 }, () =>
			canvas.zoomToFit(editor),
		);
		expect(await canvas.publish(editor)).toMatch(/its events come to this n8n already/);

		await chat.sendsEventsTo(chatPage, /\/webhook\//);
		await chat.say(chatPage, 'Search is slow, too.');
		expect(await chat.botAnswer(chatPage, 'Search is slow, too.')).toContain(
			'Thank you, the engineer on call has been told.',
		);
		await screenshot(chatPage, 'sandbox-chat.png', { width: 1080, height: 640 });
	});
});
