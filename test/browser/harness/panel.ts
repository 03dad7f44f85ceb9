import type { Locator, Page } from 'playwright-core';

import { waitFor } from '../../../harness/n8n-server';

/** A field of the open node panel; of rows that have it, that of the last one. */
const field = (editor: Page, name: string): Locator =>
	editor.getByTestId('ndv').getByTestId(`parameter-input-${name}`).last();

/** Types a text into a field, over what is there. */
export async function type(editor: Page, name: string, text: string): Promise<void> {
	const input = field(editor, name).locator('input, textarea');
	await saved(editor, async () => await input.fill(text), text);
}

/** Chooses another option of a field. */
export async function choose(editor: Page, name: string, option: string): Promise<void> {
	await field(editor, name).click();
	const entries = editor.getByRole('option').filter({ visible: true });
	const entry = entries.filter({ has: editor.getByText(option, { exact: true }) });
	await saved(editor, async () => await entry.click());
}

/** The option that a field has. */
export async function chosen(editor: Page, name: string): Promise<string> {
	return await field(editor, name).locator('input').inputValue();
}

/** Turns a switch on or off. */
export async function toggle(editor: Page, name: string): Promise<void> {
	const handle = field(editor, name).locator('.el-switch');
	await saved(editor, async () => await handle.click());
}

/** Lets the model fill in the topmost field of a tool that can be left to it. */
export async function leaveToModel(editor: Page): Promise<void> {
	await editor.getByTestId('ndv').getByTestId('from-ai-override-button').first().click();
}

export async function clear(editor: Page, name: string): Promise<void> {
	await field(editor, name).locator('input, textarea').fill('');
}

/** The names of all fields that the panel shows, from top to bottom. */
export async function fieldNames(editor: Page): Promise<string[]> {
	const labels = editor
		.getByTestId('node-parameters')
		.getByTestId('input-label')
		.filter({ visible: true });
	await labels.first().waitFor();
	return (await labels.allInnerTexts()).map((text) => text.split('\n', 1)[0] ?? '');
}

/** Waits until the panel shows just these fields below Operation, from top to bottom, and Options, which ends all operations. */
export async function showsFields(editor: Page, ...expected: string[]): Promise<void> {
	const below = async () => {
		const names = await fieldNames(editor);
		return names.slice(names.indexOf('Operation') + 1);
	};
	const wanted = [...expected, 'Options'];
	const isShown = async () => (await below()).join() === wanted.join() || undefined;
	await waitFor(wanted.join(), isShown, 3_000).catch(async () =>
		expect(await below()).toEqual(wanted),
	);
}

/**
 * Drags a value from the panel's input side into an empty field.
 *
 * @param expression what the field must become by that
 */
export async function dragInput(
	editor: Page,
	value: string,
	name: string,
	expression: string,
): Promise<void> {
	const input = editor.getByTestId('ndv-input-panel');
	const pill = input
		.getByTestId('run-data-schema-node-name')
		.filter({ hasText: new RegExp(`^\\s*${value}\\s*$`) });
	const drag = async () => await pill.dragTo(field(editor, name), { steps: 10 });
	await saved(editor, drag, `=${expression}`);
}

/** Searches in a field that picks from a list, and takes what is found under this name. */
export async function pick(
	editor: Page,
	name: string,
	search: string,
	found: string,
): Promise<void> {
	await field(editor, name).getByTestId('rlc-input').click();
	await editor.getByTestId('rlc-search').fill(search);
	const items = editor.getByTestId('rlc-item').filter({ visible: true });
	await items.nth(1).waitFor({ state: 'hidden' });
	await saved(editor, async () => await items.filter({ hasText: found }).click());
}

/** Opens a field's list of options. */
export async function open(editor: Page, name: string): Promise<void> {
	await field(editor, name).locator('input').first().click();
}

export async function closeList(editor: Page): Promise<void> {
	await editor
		.getByTestId('ndv')
		.getByTestId('node-parameters')
		.click({ position: { x: 2, y: 2 } });
}

/**
 * Adds an entry to a list or collection, in a collection the one with this name.
 *
 * @param place which of several buttons of this name is meant: collections come last in a panel
 */
export async function addEntry(
	editor: Page,
	button: string,
	entry?: string,
	place: 'first' | 'last' = entry ? 'last' : 'first',
): Promise<void> {
	const ndv = editor.getByTestId('ndv');
	const text = ndv.getByText(button, { exact: true });
	const found = text.or(ndv.getByPlaceholder(button, { exact: true }));
	await (place === 'first' ? found.first() : found.last()).click();
	if (entry) {
		await editor.getByRole('option', { name: entry }).filter({ visible: true }).first().click();
	}
}

/** Enters an ID into a field that can also pick from a list. */
export async function enterId(editor: Page, name: string, id: string): Promise<void> {
	const selector = field(editor, name).getByTestId('rlc-mode-selector');
	if ((await selector.locator('input').inputValue()) === 'From list') {
		await selector.click();
		await editor.getByRole('option').filter({ visible: true }).last().click();
	}
	const input = field(editor, name).getByTestId('rlc-input');
	await saved(editor, async () => await input.fill(id), id);
}

export async function executeStep(editor: Page): Promise<void> {
	await editor.getByTestId('node-execute-button').click();
}

/** The output side of the panel: items, or an error. */
const output = (editor: Page): Locator => editor.getByTestId('output-panel');

/** Waits until the output panel shows items with all these texts. */
export async function showsItems(editor: Page, ...texts: string[]): Promise<void> {
	await output(editor).getByTestId('ndv-items-count').waitFor();
	for (const text of texts) await output(editor).filter({ hasText: text }).waitFor();
}

/**
 * Reads a value from the output panel.
 *
 * @throws when it is not there
 */
export async function outputText(editor: Page, pattern: RegExp): Promise<string> {
	const [found] = pattern.exec(await output(editor).innerText()) ?? [];
	if (found === undefined) throw new Error(`The output panel does not show ${String(pattern)}`);
	return found;
}

/** Waits for an error in the output panel, and gives its message and description. */
export async function shownError(editor: Page, message: string | RegExp): Promise<string> {
	const panel = output(editor);
	await panel.getByTestId('node-error-message').filter({ hasText: message }).waitFor();
	return await panel.getByTestId('node-error-description').innerText();
}

/** Reads a webhook URL off the trigger's panel. */
export async function webhookUrl(editor: Page, kind: 'test' | 'production'): Promise<string> {
	const parameters = editor.getByTestId('node-parameters');
	const tab = parameters.getByTestId(`radio-button-${kind}`);
	if (!(await tab.isVisible())) await parameters.getByText('Webhook URLs', { exact: true }).click();
	await tab.click();
	const path = kind === 'test' ? '/webhook-test/' : '/webhook/';
	return (await parameters.getByText(path).innerText()).trim();
}

/** Changes something and waits until n8n has saved it; a step that is executed sooner runs with the old value. */
async function saved(editor: Page, change: () => Promise<void>, text?: string): Promise<void> {
	const save = editor.waitForResponse((response) => {
		const { pathname } = new URL(response.url());
		const body = response.request().postData() ?? '';
		const isSave = /^\/rest\/workflows(\/\w+)?$/.test(pathname) && body !== '';
		return isSave && (text === undefined || body.includes(JSON.stringify(text)));
	});
	await Promise.all([save, change()]);
}
