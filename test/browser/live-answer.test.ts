import type { Page } from 'playwright-core';

import type { ScriptedModel } from '../../harness/scripted-model';
import { waitFor } from '../support/server';
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

const NODE = 'Lark Live Answer';
const QUESTION = 'Why is the checkout slow?';
const ANSWER =
	'The checkout is slow because the cache is cold after the deployment at noon. It warms up by itself within ten minutes, and nobody has to do anything. I will tell you when it is fast again.';

describe('someone new whose AI agent answers while its model writes', () => {
	let setup: BrowserSetup;
	let editor: Page;
	let scripted: ScriptedModel;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		editor = setup.editor;
		await setup.connectLark();
		scripted = await model.connectModel(setup);
		scripted.always(() => ({ text: ANSWER, everyMs: 150 }));
	});
	afterAll(async () => {
		await setup?.close();
		await scripted?.close();
	});

	it('builds it from an empty canvas, with nothing to fill in', async () => {
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'On message received');
		await canvas.closePanel(editor);
		await canvas.addAgent(editor);
		await canvas.addBelow(editor, 'AI Agent', 'ai_languageModel', NODE);
		expect(await panel.fieldNames(editor)).toEqual(['Message ID', 'Options']);
		await canvas.closePanel(editor);
		await canvas.zoomToFit(editor);
		await model.addModel(editor, NODE);
		await screenshot(editor, 'live-answer-workflow.png', { width: 900, height: 560 }, () =>
			canvas.zoomToFit(editor),
		);
		expect(await canvas.publish(editor)).toContain('Workflow published');
	});

	it('sees the answer grow in the chat, and end complete', async () => {
		const chatPage = await setup.openChatPage();
		await chat.say(chatPage, QUESTION);
		const seen: string[] = [];
		const answer = chatPage
			.getByRole('log')
			.locator('p')
			.filter({ hasText: /^The checkout/ });
		await answer.filter({ hasText: 'after the deployment' }).waitFor();
		await screenshot(chatPage, 'live-answer.png', { width: 1000, height: 560 });
		await waitFor('the complete answer', async () => {
			const text = await answer.innerText();
			if (text !== seen.at(-1)) seen.push(text);
			return text === ANSWER || undefined;
		});
		expect(seen.length).toBeGreaterThan(3);
		for (const text of seen) expect(ANSWER).toContain(text);
		expect(scripted.asked).toHaveLength(1);
	});
});
