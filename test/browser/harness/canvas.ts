import type { Locator, Page } from 'playwright-core';

import { waitFor } from '../../../harness/n8n-server';

/** At the top of the node's actions: shows whether the list of actions is open. */
const FIRST_ACTION = 'Send a message';

/** Among the handles of an AI agent, after its output, model and memory. */
const AI_TOOL = 3;

/** Opens an empty workflow. */
export async function openNewWorkflow(editor: Page, url: string): Promise<void> {
	await editor.goto(`${url}/workflow/new`);
	await editor.getByTestId('canvas-add-button').waitFor();
}

/** Opens the node creator with the key N and adds a trigger or action of Lark; its panel opens. */
export async function addFirstNode(editor: Page, action: string): Promise<void> {
	await editor.keyboard.press('n');
	await pickLark(editor, action);
}

/** Adds an action of Lark at the end of the workflow; its panel opens. */
export async function addNextNode(editor: Page, action: string): Promise<void> {
	await editor.getByTestId('canvas-handle-plus').last().click();
	await pickLark(editor, action);
}

/** Adds Lark as a tool to the AI agent on the canvas; its panel opens. */
export async function addTool(editor: Page): Promise<void> {
	await editor.getByTestId('canvas-handle-plus').nth(AI_TOOL).click();
	const creator = editor.getByTestId('node-creator');
	await creator.getByTestId('node-creator-search-bar').fill('lark');
	await creator.getByText('Lark Tool', { exact: true }).click();
	await editor.getByTestId('ndv').waitFor();
}

async function pickLark(editor: Page, action: string): Promise<void> {
	const creator = editor.getByTestId('node-creator');
	await creator.getByTestId('node-creator-search-bar').fill('lark');
	const nodes = creator.getByTestId('node-creator-action-item');
	await nodes.filter({ has: editor.getByText('Lark', { exact: true }) }).click();
	const entry = creator.getByText(action, { exact: true });
	const actions = creator.getByTestId('node-creator-category-item').filter({ hasText: 'Actions' });
	await actions.waitFor();
	const isOpen = await creator.getByText(FIRST_ACTION, { exact: true }).isVisible();
	if (!isOpen && !(await entry.isVisible())) await actions.click();
	await scrollTo(editor, creator, entry);
	await entry.click();
	await editor.getByTestId('ndv').waitFor();
}

/** The editor renders a long list only as far as it has been scrolled. */
async function scrollTo(editor: Page, list: Locator, entry: Locator): Promise<void> {
	await list.hover();
	await waitFor('the entry in the list', async () => {
		if (await entry.isVisible()) return true;
		await editor.mouse.wheel(0, 400);
		return undefined;
	});
}

/** Opens the panel of a node by a double click. */
export async function openPanel(editor: Page, name: string): Promise<void> {
	await editor.getByTestId('canvas-node').filter({ hasText: name }).dblclick();
	await editor.getByTestId('ndv').waitFor();
}

export async function closePanel(editor: Page): Promise<void> {
	await editor.getByTestId('ndv-close-button').click();
	await editor.getByTestId('ndv').waitFor({ state: 'hidden' });
}

export async function zoomToFit(editor: Page): Promise<void> {
	await editor.getByTestId('zoom-to-fit').click();
}

/**
 * Publishes the workflow.
 *
 * @returns what n8n says about it
 */
export async function publish(editor: Page): Promise<string> {
	await editor.getByTestId('workflow-open-publish-modal-button').click();
	await editor.getByTestId('workflow-publish-button').click();
	const message = editor.getByTestId('activation-modal');
	const text = await message.innerText();
	await message.getByRole('button', { name: 'Got it' }).click();
	await message.waitFor({ state: 'hidden' });
	return text;
}
