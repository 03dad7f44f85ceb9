import { waitFor } from '../../harness/n8n-server';
import { submitVersion } from '../../sandbox/world/app-console';
import { drawnPng } from '../support/media';
import { startReceiver, type Receiver } from '../support/receiver';
import { openSandboxPage, type SandboxPage } from './harness/sandbox-page';

jest.setTimeout(60_000);

const REDIRECT = 'http://localhost:1/back';
const PHONE = { width: 390, height: 844 };

describe('the panels beside the chat', () => {
	let setup: SandboxPage;
	let receiver: Receiver;
	const scopes = ['im:message:send_as_bot', 'im:message.group_at_msg'];

	beforeAll(async () => {
		setup = await openSandboxPage({ seed: { app: { encryptKey: '', scopes } }, timeScale: 0.001 });
		receiver = await startReceiver();
	});
	afterAll(async () => {
		await setup?.close();
		await receiver?.close();
	});

	const write = async (words: string) => {
		await setup.page.getByLabel('Message', { exact: true }).fill(words);
		await setup.page.getByRole('button', { name: 'Send', exact: true }).click();
	};
	const article = (words: string) =>
		setup.page.getByRole('article').filter({ hasText: words }).last();
	const dot = () => setup.page.getByRole('list', { name: 'Request URLs' }).getByRole('listitem');

	it('say at the message why it was not delivered', async () => {
		const { page } = setup;
		await write('Nobody listens');
		await article('Nobody listens')
			.getByText('the app has neither a request URL nor a long connection')
			.waitFor();
		await page.getByLabel('Mention Workflow Bot').uncheck();
		await write('Among people');
		await article('Among people')
			.getByText('the message does not mention the bot, and the app has none of the scopes')
			.waitFor();
		await page.getByLabel('Mention Workflow Bot').check();
	});

	it('show the secrets of the app, and take its request URL, scopes, events and redirect URLs', async () => {
		const { page, sandbox } = setup;
		const { app } = sandbox;
		await page.getByRole('button', { name: 'Developer console' }).click();
		const panel = page.getByLabel('Developer console');
		for (const words of [app.appId, app.appSecret, app.verificationToken]) {
			await panel.getByText(words).waitFor();
		}
		await panel.getByText('0 clients connected').waitFor();
		expect(await panel.getByText('Use the long connection').isDisabled()).toBe(true);
		await panel.getByLabel('Request URL of Workflow Bot').fill(receiver.url);
		await panel.getByRole('button', { name: 'Save' }).first().click();
		await page.getByText(`sends its events to ${receiver.url}`).waitFor();

		await panel.getByText('Scopes').click();
		await panel.getByLabel('Find in Scopes').fill('im:message.group_msg');
		await panel.getByLabel('im:message.group_msg', { exact: true }).check();
		await panel.getByText('Events and callbacks').click();
		await panel.getByLabel('im.message.recalled_v1').uncheck();
		await panel.getByLabel('Redirect URLs of Workflow Bot').fill(REDIRECT);
		await panel.getByRole('button', { name: 'Save' }).last().click();
		await waitFor('the redirect URL', () => app.redirectUrls.includes(REDIRECT) || undefined);
		expect(app.scopes).toEqual([...scopes, 'im:message.group_msg'].sort());
		expect(app.events).toHaveLength(18);
		expect(app.events).not.toContain('im.message.recalled_v1');
	});

	it('open at the scopes that a link of an error names', async () => {
		const { page, sandbox, faults } = setup;
		const { appId } = sandbox.app;
		const needed = 'im:chat:readonly,im:message:send_as_bot';
		await page.goto(`${sandbox.url}/app/${appId}/auth?q=${needed}&op_from=openapi`);
		const panel = page.getByLabel('Developer console');
		await panel.getByLabel('im:chat:readonly', { exact: true }).check();
		const names = panel.getByRole('checkbox', { name: /^im:/ });
		await waitFor('the scope', () => sandbox.app.scopes.includes('im:chat:readonly') || undefined);
		expect(await names.count()).toBe(2);
		await page.goto(`${sandbox.url}/app/${appId}/event`);
		await panel.getByText(appId).waitFor();
		expect(await page.getByText('HTTP 404').count()).toBe(0);
		expect(faults).toEqual([]);
	});

	it('show what is not published, and let an administrator approve a version', async () => {
		const { page, sandbox } = setup;
		const { app } = sandbox;
		const panel = page.getByLabel('Developer console');
		await panel.getByLabel('Versions need approval').check();
		await waitFor('the approval', () => app.console.needsApproval || undefined);
		app.console.draft = { events: [...app.events, 'im.message.recalled_v1'] };
		const said = { version: '1.0.1', remark: 'Recalled messages', changelog: 'An event' };
		submitVersion(app, said, Date.now());
		sandbox.world.emit({ type: 'state' });
		await panel.getByText('Not published yet: add im.message.recalled_v1.').waitFor();
		await panel.getByText('1.0.1, under review: Recalled messages').waitFor();
		await panel.getByRole('button', { name: 'Approve 1.0.1' }).click();
		await panel.getByText('1.0.1, approved: Recalled messages').waitFor();
		await panel.getByText('Nothing is unpublished.').waitFor();
		expect(app.events).toContain('im.message.recalled_v1');
		await panel.getByLabel('Versions need approval').uncheck();
	});

	it('make another app, whose bot can be mentioned in a group', async () => {
		const { page, sandbox } = setup;
		const panel = page.getByLabel('Developer console');
		await panel.getByRole('textbox', { name: 'Name of a new app' }).fill('Second Bot');
		await panel.getByRole('button', { name: 'Create' }).click();
		await panel
			.getByText(sandbox.world.apps[1]?.appId ?? 'cli_')
			.first()
			.waitFor();
		await panel.getByRole('button', { name: 'Create' }).scrollIntoViewIfNeeded();
		const { y } = (await page.getByLabel('Close the panel').boundingBox()) ?? { y: -1 };
		expect(y).toBeGreaterThanOrEqual(0);
		await page.getByLabel('Close the panel').click();
		await page.getByRole('button', { name: 'Group settings' }).click();
		await page.getByRole('dialog').getByLabel('Second Bot').check();
		await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
		await page.getByLabel('Mention Second Bot').check();
		await write('Both of you');
		await article('Both of you').getByText('Not delivered to Second Bot').waitFor();
		await receiver.next('im.message.receive_v1');
		await page.getByLabel('Mention Second Bot').uncheck();
	});

	it('show request and answer of a delivery, button presses among them', async () => {
		const { page, send } = setup;
		receiver.answer({ toast: { content: 'Done' } });
		const button = { tag: 'button', text: { tag: 'plain_text', content: 'Go' }, value: { go: 1 } };
		await send('interactive', { elements: [{ tag: 'action', actions: [button] }] });
		await page.getByRole('button', { name: 'Go', exact: true }).click();
		await page.getByText('Done').waitFor();
		await page.getByRole('button', { name: 'Event deliveries' }).click();
		const panel = page.getByLabel('Event deliveries', { exact: true });
		await panel.getByRole('button', { name: 'card.action.trigger' }).click();
		await panel.getByText(`Request to ${receiver.url}`).waitFor();
		await panel.getByText('"event_type": "card.action.trigger"').waitFor();
		await panel.getByText('Answer, HTTP 200').waitFor();
		await panel.getByText('"content": "Done"').waitFor();
		await page.getByLabel('Close the panel').click();
		expect(await dot().first().getAttribute('class')).toBe('set');
	});

	it('turn the dot red after a failure, and green after the next success', async () => {
		const { page } = setup;
		receiver.answer({}, 500);
		await write('Trouble');
		await page.getByText('The latest event has not arrived').waitFor();
		expect(await dot().first().getAttribute('class')).toBe('failing');
		receiver.answer({});
		await write('Better');
		await page.locator('#apps .set').waitFor();
	});

	it('leave most of the page to the chat', async () => {
		const { page } = setup;
		const { height } = (await page.locator('footer').boundingBox()) ?? { height: 0 };
		expect(height).toBeGreaterThan(20);
		expect(height).toBeLessThan(100);
		expect(setup.faults).toEqual([]);
	});
});

describe('a chat', () => {
	it('opens at its end, with images too, and stays there until the person scrolls', async () => {
		const { page, sandbox, close } = await openSandboxPage();
		try {
			const [chat, other] = sandbox.world.chats;
			const [from] = sandbox.world.users;
			const file = { name: 'photo.png', bytes: drawnPng(300, 900) };
			for (let i = 0; i < 12; i++) {
				sandbox.say({ from, chat: other.chatId, text: `Line ${i}` });
				sandbox.say({ from, chat: other.chatId, file });
			}
			const distance = async () =>
				await page.evaluate<number>(
					`(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector('#messages'))`,
				);
			await page.getByRole('button', { name: other.name }).click();
			await page.getByText('Line 11').waitFor();
			await page.waitForFunction(
				`[...document.querySelectorAll('#messages img')].filter((image) => image.complete).length === 12`,
			);
			await page.waitForTimeout(200);
			expect(await distance()).toBeLessThan(2);
			await page.locator('#messages').hover();
			await page.mouse.wheel(0, -3_000);
			await page.waitForTimeout(200);
			sandbox.say({ from: sandbox.world.users[1], chat: other.chatId, text: 'A new line' });
			await page.getByText('A new line').waitFor({ state: 'attached' });
			expect(await distance()).toBeGreaterThan(1_000);
			expect(chat.messages).toEqual([]);
		} finally {
			await close();
		}
	});

	it('is what one sees first on a phone, with the list of chats a touch away', async () => {
		const { page, close } = await openSandboxPage({}, PHONE);
		try {
			const message = page.getByLabel('Message', { exact: true });
			expect(await message.isVisible()).toBe(true);
			expect(await page.getByRole('button', { name: 'Product Team' }).isVisible()).toBe(false);
			const { height = 0 } = (await page.getByRole('log').boundingBox()) ?? {};
			expect(height).toBeGreaterThan(PHONE.height / 2);
			const width = await page.evaluate<number>('document.documentElement.scrollWidth');
			expect(width).toBeLessThanOrEqual(PHONE.width);
			await page.getByLabel('Show the chats').click();
			await page.getByRole('button', { name: 'Product Team' }).click();
			await page.getByRole('heading', { name: 'Product Team' }).waitFor();
			expect(await page.getByRole('button', { name: 'Product Team' }).isVisible()).toBe(false);
		} finally {
			await close();
		}
	});

	it('has dialogs that fit on a phone', async () => {
		const { page, close } = await openSandboxPage({}, PHONE);
		try {
			await page.getByRole('button', { name: 'Push an event' }).click();
			const dialog = page.getByRole('dialog', { name: 'Push an event' });
			const { x: left = 0, width: whole = 0 } = (await dialog.boundingBox()) ?? {};
			for (const field of await dialog.locator('select, textarea').all()) {
				const { x = 0, width = 0 } = (await field.boundingBox()) ?? {};
				expect(width).toBeGreaterThan(200);
				expect(x + width).toBeLessThan(left + whole);
			}
		} finally {
			await close();
		}
	});

	it('names people and bots in full where a direct chat with one of several bots is opened', async () => {
		const { page, sandbox, close } = await openSandboxPage();
		try {
			sandbox.registerApp({ name: 'Ticket Assistant' });
			const form = page.getByRole('form', { name: 'New direct chat with the bot' });
			await form.getByLabel('Bot to chat with').selectOption('Ticket Assistant');
			for (const select of await form.locator('select').all()) {
				const { width = 0 } = (await select.boundingBox()) ?? {};
				expect(width).toBeGreaterThan(140);
			}
			await form.getByRole('button', { name: 'Open' }).click();
			await page.getByRole('button', { name: 'with Ticket Assistant' }).waitFor();
		} finally {
			await close();
		}
	});
});
