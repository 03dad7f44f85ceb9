import type { Locator, Page } from 'playwright-core';

import { waitFor } from '../../../harness/n8n-server';

/** At the top of the node's actions: shows whether the list of actions is open. */
const FIRST_ACTION = 'Send a message';

/** The inputs below a node that other nodes are connected to. */
type Input = 'ai_languageModel' | 'ai_tool';

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
	await addBelow(editor, 'AI Agent', 'ai_tool', 'Lark Tool');
}

/** Adds n8n's AI agent at the end of the workflow, and closes its panel. */
export async function addAgent(editor: Page): Promise<void> {
	await editor.getByTestId('canvas-handle-plus').last().click();
	await search(editor, 'AI Agent');
	await closePanel(editor);
	await zoomToFit(editor);
}

/** Opens the list of what can be connected to an input of a node, adds an entry and opens its panel. */
export async function addBelow(
	editor: Page,
	node: string,
	input: Input,
	entry: string,
): Promise<void> {
	await openListBelow(editor, node, input);
	await search(editor, entry);
}

/** Adds Lark from the list Human review of an AI agent's tools; its panel opens. */
export async function addHumanReview(editor: Page): Promise<void> {
	await openListBelow(editor, 'AI Agent', 'ai_tool');
	const creator = editor.getByTestId('node-creator');
	await creator.getByText('Human review', { exact: true }).click();
	await creator.getByText('Chat', { exact: true }).waitFor();
	await pickEntry(editor, 'Lark');
}

async function openListBelow(editor: Page, name: string, input: Input): Promise<void> {
	const node = editor.getByTestId('canvas-node').filter({ hasText: name });
	const handle = node.locator(`[data-handleid="inputs/${input}/0"]`);
	await handle.getByTestId('canvas-handle-plus').click();
}

async function search(editor: Page, entry: string): Promise<void> {
	await editor.getByTestId('node-creator').getByTestId('node-creator-search-bar').fill(entry);
	await pickEntry(editor, entry);
}

/** Adds an entry of the list; of some community nodes n8n shows a page first. */
async function pickEntry(editor: Page, entry: string): Promise<void> {
	const creator = editor.getByTestId('node-creator');
	const ndv = editor.getByTestId('ndv');
	const add = creator.getByRole('button', { name: 'Add to workflow' });
	await creator.getByText(entry, { exact: true }).first().click();
	await add.or(ndv).first().waitFor();
	if (await add.isVisible()) await add.click();
	await ndv.waitFor();
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
