import type { Page } from 'playwright-core';

import type { ScriptedModel } from '../../harness/scripted-model';
import { chatNamed, waitFor } from '../support/server';
import {
	canvas,
	chat,
	model,
	openBrowserSetup,
	panel,
	screenshot,
	type BrowserSetup,
} from './harness';

jest.setTimeout(180_000);

const GROUP = 'Incident Response';
const REQUEST = 'Tell the product team that the shop is down';
const NEWS = 'The shop is down since noon.';

describe('someone new who wants to approve what an AI agent does', () => {
	let setup: BrowserSetup;
	let editor: Page;
	let scripted: ScriptedModel;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.connectLark();
		scripted = await model.connectModel(setup);
	});
	afterAll(async () => {
		await setup?.close();
		await scripted?.close();
	});

	const product = () => chatNamed(setup.sandbox.world, 'Product Team');

	it('finds Lark in the list Human review of the tools, and puts the tool behind it', async () => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'On message received');
		await canvas.closePanel(editor);
		await canvas.addAgent(editor);
		await model.addModel(editor, 'AI Agent');
		await canvas.addHumanReview(editor);
		await panel.pick(editor, 'receiver', 'incident', GROUP);
		await panel.addEntry(editor, 'Add Option');
		await panel.choose(editor, 'approvalType', 'Approve and Disapprove');
		await panel.closeList(editor);
		await screenshot(editor, 'human-review-panel.png', { width: 1080, height: 800 });
		await canvas.closePanel(editor);
		await canvas.zoomToFit(editor);
		await canvas.addBelow(editor, 'Send and wait', 'ai_tool', 'Lark Tool');
		await panel.leaveToModel(editor);
		await panel.leaveToModel(editor);
		await canvas.closePanel(editor);
		await screenshot(editor, 'human-review.png', { width: 900, height: 600 }, () =>
			canvas.zoomToFit(editor),
		);
		expect(await canvas.publish(editor)).toContain('Workflow published');
	});

	it('is asked in the chat, approves there, and the agent goes on with the tool', async () => {
		const toolParameters = { Send_To: product().chatId, Text: NEWS };
		scripted.follow({ calls: [{ toolParameters, hitlParameters: {} }] }, { text: 'Done' });
		const before = product().messages.length;
		const page = await setup.openChatPage();
		await page.getByRole('button', { name: GROUP }).click();
		await chat.say(page, REQUEST);
		const approve = page.getByRole('button', { name: 'Approve', exact: true });
		await approve.waitFor();
		await page.getByRole('log').locator('pre.code').filter({ hasText: NEWS }).waitFor();
		expect(product().messages).toHaveLength(before);
		await screenshot(page, 'approve-a-tool.png', { width: 1000, height: 640 });

		await approve.click();
		await page.getByRole('status').filter({ hasText: 'Approved' }).waitFor();
		await approve.waitFor({ state: 'hidden' });
		const answer = await waitFor('what the tool tells the agent', async () =>
			scripted.asked[1]?.messages.find(({ role }) => role === 'tool'),
		);
		const sent = product().messages.at(-1)!;
		expect(answer.content).toContain(sent.messageId);
		expect(sent.sentContent).toContain(NEWS);
		expect(product().messages).toHaveLength(before + 1);
	});
});
