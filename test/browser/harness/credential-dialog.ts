import type { Locator, Page } from 'playwright-core';

import { waitFor } from '../../../harness/n8n-server';

const dialog = (editor: Page): Locator => editor.getByTestId('editCredential-modal');

/** Opens the dialog for a new credential from a node's panel that has none yet. */
export async function connectToLark(editor: Page): Promise<void> {
	await editor.getByRole('button', { name: 'Connect to Lark' }).click();
	await dialog(editor).waitFor();
}

/** Chooses an option of a field. */
export async function choose(editor: Page, name: string, option: string): Promise<void> {
	await dialog(editor).getByTestId(`parameter-input-${name}`).click();
	await editor.getByRole('option', { name: option }).click();
}

/** Types values into fields, by the fields' internal names. */
export async function fill(editor: Page, values: Record<string, string>): Promise<void> {
	for (const [name, value] of Object.entries(values)) {
		await dialog(editor).getByTestId(`parameter-input-${name}`).locator('input').fill(value);
	}
}

/** Saves the credential, which n8n then tests. */
export async function save(editor: Page): Promise<void> {
	await dialog(editor).getByTestId('credential-save-button').click();
}

/** Waits for the test to fail, with this text behind *More details*. */
export async function failsWith(editor: Page, text: RegExp): Promise<void> {
	await dialog(editor).getByText('Couldn’t connect with these settings').waitFor();
	await dialog(editor).getByText('More details').click();
	await dialog(editor).getByText(text).waitFor();
}

/** A new credential's dialog closes by itself as soon as the test has passed. */
export async function closesBySuccess(editor: Page): Promise<void> {
	await dialog(editor).waitFor({ state: 'hidden' });
}

/** Opens the node's credential again, waits for its test to pass, and closes it. */
export async function passesAgain(editor: Page): Promise<void> {
	await editor.getByTestId('credential-edit-button').click();
	await dialog(editor).getByText('Connection tested successfully').waitFor();
	await dialog(editor).getByRole('button', { name: /close/i }).click();
	await dialog(editor).waitFor({ state: 'hidden' });
}

/** Presses Connect. @returns the window with Lark's consent page */
export async function askPerson(editor: Page): Promise<Page> {
	const opened = editor.waitForEvent('popup');
	await dialog(editor)
		.getByRole('button', { name: /^Connect/ })
		.click();
	return await opened;
}

/** Waits until n8n has got the tokens, and closes the dialog unless it does so by itself. */
export async function isConnected(editor: Page): Promise<void> {
	const banner = dialog(editor).getByTestId('oauth-connect-success-banner');
	const isClosed = async () => await dialog(editor).isHidden();
	await waitFor('the connection', async () =>
		(await banner.isVisible()) || (await isClosed()) ? true : undefined,
	);
	if (!(await isClosed())) {
		await dialog(editor).getByRole('button', { name: /close/i }).first().click();
	}
	await dialog(editor).waitFor({ state: 'hidden' });
}
