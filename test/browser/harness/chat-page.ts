import type { Page } from 'playwright-core';

/** Saves a request URL for the sandbox's bot, as in Lark's developer console, and waits until it is accepted. */
export async function saveRequestUrl(chatPage: Page, url: string): Promise<void> {
	await chatPage.bringToFront();
	const input = chatPage.getByLabel('Request URL of Workflow Bot', { exact: true });
	await chatPage.getByRole('list', { name: 'Request URLs' }).getByText('Workflow Bot').waitFor();
	if (!(await input.isVisible())) {
		await chatPage.getByLabel('Change the request URL of Workflow Bot').click();
	}
	await input.fill(url);
	await chatPage.getByRole('button', { name: 'Save' }).first().click();
	await chatPage.getByText(`sends its events to ${url}`).waitFor();
	await chatPage.getByLabel('Close the panel').click();
}

/** Waits until the sandbox's bot sends its events to such a URL. */
export async function sendsEventsTo(chatPage: Page, url: RegExp): Promise<void> {
	await chatPage.bringToFront();
	await chatPage.getByText('sends its events to').filter({ hasText: url }).waitFor();
}

/** Writes a message that mentions the bot into the open chat, and waits until it is there. */
export async function say(chatPage: Page, text: string): Promise<void> {
	await chatPage.bringToFront();
	await chatPage.getByLabel('Message', { exact: true }).fill(text);
	await chatPage.getByRole('button', { name: 'Send', exact: true }).click();
	await messages(chatPage).filter({ hasText: text }).first().waitFor();
}

/** Waits for a message of the bot that answers one with a certain text. */
export async function botAnswer(chatPage: Page, question: string): Promise<string> {
	const answer = messages(chatPage)
		.filter({ has: chatPage.getByText('Bot', { exact: true }) })
		.filter({ has: chatPage.getByTitle('Go to this message').filter({ hasText: question }) });
	return await answer.last().innerText();
}

const messages = (chatPage: Page) => chatPage.getByRole('log').getByRole('article');
