import type { Locator } from 'playwright-core';

import { mp4Bytes, opusBytes, pngBytes } from '../support/media';
import { startReceiver, type Receiver } from '../support/receiver';
import { openSandboxPage, type SandboxPage } from './harness/sandbox-page';

jest.setTimeout(60_000);

const text = (content: string) => ({ tag: 'plain_text', content });

describe('a person at the chat page', () => {
	let setup: SandboxPage;
	let receiver: Receiver;

	beforeAll(async () => {
		setup = await openSandboxPage({ seed: { app: { encryptKey: '' } } });
		receiver = await startReceiver();
		await setup.sandbox.subscribe(setup.sandbox.app.appId, receiver.url);
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
	const tool = async (message: Locator, name: string) => {
		await message.hover();
		await message.getByRole('button', { name }).first().click();
	};

	it('mentions others and everyone', async () => {
		const { page } = setup;
		await page.getByLabel('Mention Workflow Bot').uncheck();
		await page.getByLabel('Mention somebody').selectOption('Bob Miller');
		await page.getByLabel('Message', { exact: true }).pressSequentially('and @everyone: lunch');
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		const { message } = (await receiver.next('im.message.receive_v1')) as {
			message: { content: string; mentions: Array<{ name: string }> };
		};
		expect(JSON.parse(message.content)).toEqual({ text: '@_user_1 and @_all: lunch' });
		expect(message.mentions.map(({ name }) => name)).toEqual(['Bob Miller']);
		expect(await article('lunch').locator('.mention').allInnerTexts()).toEqual([
			'@Bob Miller',
			'@everyone',
		]);
	});

	it('edits and recalls what is their own', async () => {
		const { page } = setup;
		await write('Helo there');
		await receiver.next('im.message.receive_v1');
		await tool(article('Helo there'), 'Edit');
		await write('Hello there');
		await article('Hello there').getByText('edited').waitFor();
		await tool(article('Hello there'), 'Recall');
		await receiver.next('im.message.recalled_v1');
		await page.getByText('This message was recalled').waitFor();
	});

	it('answers in a thread', async () => {
		const { page } = setup;
		await setup.send('text', { text: 'The plan' });
		await tool(article('The plan'), 'Thread');
		await page.getByText('Reply to Workflow Bot in a thread: The plan').waitFor();
		await write('Looks good');
		const { message } = (await receiver.next('im.message.receive_v1')) as {
			message: { thread_id?: string; root_id?: string; parent_id?: string };
		};
		expect(message.thread_id).toMatch(/^omt_/);
		expect(message.parent_id).toBe(message.root_id);
		const root = page.getByRole('article').filter({ hasText: 'The plan' }).first();
		await root.getByText('🧵 Thread · 1 reply').waitFor();
		await root.hover();
		expect(await root.locator('.head').first().getByText('Thread', { exact: true }).count()).toBe(
			0,
		);
		await tool(root, 'Reply');
		await write('Me too');
		expect(await receiver.next('im.message.receive_v1')).toMatchObject({
			message: { thread_id: message.thread_id, root_id: message.root_id },
		});
		await root.getByText('🧵 Thread · 2 replies').waitFor();
	});

	it('reacts, takes the reaction back, and pins', async () => {
		await setup.send('text', { text: 'Shall we?' });
		const question = article('Shall we?');
		await question.hover();
		await question.locator('summary', { hasText: 'React' }).click();
		await question.getByRole('button', { name: 'THUMBSUP', exact: true }).click();
		expect(await receiver.next('im.message.reaction.created_v1')).toMatchObject({
			operator_type: 'user',
			reaction_type: { emoji_type: 'THUMBSUP' },
		});
		await question.getByRole('button', { name: 'THUMBSUP: Alice Chen' }).click();
		await receiver.next('im.message.reaction.deleted_v1');
		await tool(question, 'Pin');
		await question.getByText('Pinned by Alice Chen').waitFor();
		await question.getByText('Read by 1 of 6').waitFor();
	});

	it.each([
		['Image', 'photo.png', pngBytes(20, 20), 'image', {}],
		['File', 'report.pdf', Buffer.from('%PDF'), 'file', { file_name: 'report.pdf' }],
		['Voice', 'hello.opus', opusBytes(1_500), 'audio', {}],
		['Video', 'clip.mp4', mp4Bytes(2_000), 'media', { file_name: 'clip.mp4' }],
	])('sends by %s', async (label, name, buffer, type, content) => {
		const input = setup.page.getByLabel(`${label} to send`);
		await input.setInputFiles({ name, mimeType: '', buffer });
		const { message } = (await receiver.next('im.message.receive_v1')) as {
			message: { message_type: string; content: string };
		};
		expect(message.message_type).toBe(type);
		expect(JSON.parse(message.content)).toMatchObject(content);
	});

	it('makes a group, adds somebody, and ends it', async () => {
		const { page, sandbox } = setup;
		await page.getByRole('button', { name: 'New group' }).click();
		const dialog = page.getByRole('dialog', { name: 'Group' });
		await dialog.getByLabel('Name').fill('Launch');
		await dialog.getByLabel('Bob Miller').check();
		await dialog.getByRole('button', { name: 'Save' }).click();
		await receiver.next('im.chat.member.bot.added_v1');
		await page.getByRole('heading', { name: 'Launch' }).waitFor();
		await page.getByRole('button', { name: 'Group settings' }).click();
		await dialog.getByLabel('Name').fill('Launch day');
		await dialog.getByLabel('Carol Diaz').check();
		await dialog.getByRole('button', { name: 'Save' }).click();
		expect(await receiver.next('im.chat.updated_v1')).toMatchObject({
			after_change: { name: 'Launch day' },
		});
		expect(await receiver.next('im.chat.member.user.added_v1')).toMatchObject({
			users: [{ name: 'Carol Diaz' }],
		});
		await page.getByRole('heading', { name: 'Launch day' }).waitFor();
		await page.getByRole('button', { name: 'Group settings' }).click();
		await dialog.getByRole('button', { name: 'Dissolve' }).click();
		await receiver.next('im.chat.disbanded_v1');
		await page.getByRole('heading', { name: 'Incident Response' }).waitFor();
		expect(sandbox.world.chats.at(-1)?.status).toBe('dissolved');
	});

	it('finds the address of the custom bot in the settings of a group, adds another one, and removes it', async () => {
		const { page, sandbox } = setup;
		const [alerts] = sandbox.world.customBots.list;
		await page.getByRole('button', { name: 'Group settings' }).click();
		const bots = page.getByRole('region', { name: 'Custom bots' });
		await bots.getByText(`${sandbox.url}/open-apis/bot/v2/hook/${alerts.hookId}`).waitFor();
		await bots.getByText(alerts.secret).waitFor();
		await bots.getByLabel('Custom bot to add').fill('Deployments');
		await bots.getByLabel('Keywords').fill('Deploy, Rollback');
		await bots.getByLabel('Signature').check();
		await bots.getByRole('button', { name: 'Add Custom Bot' }).click();
		const added = bots.getByRole('listitem').filter({ hasText: 'Deployments' });
		await added.getByText('Deploy, Rollback').waitFor();
		const { secret } = sandbox.world.customBots.list[1];
		expect(secret).not.toBe('');
		await added.getByText(secret).waitFor();
		await added.getByRole('button', { name: 'Remove Deployments' }).click();
		await added.waitFor({ state: 'detached' });
		expect(sandbox.world.customBots.list).toEqual([alerts]);
		await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
	});

	it('opens a chat with the bot, where a read message is told', async () => {
		const { page, sandbox, send } = setup;
		await page.getByRole('button', { name: 'Open', exact: true }).click();
		await receiver.next('p2p_chat_create');
		await receiver.next('im.chat.access_event.bot_p2p_chat_entered_v1');
		await page.getByRole('heading', { name: 'Direct chat', exact: true }).waitFor();
		const p2p = sandbox.world.chats.find(({ mode }) => mode === 'p2p');
		const message_id = await send('text', { text: 'Hello Alice' }, p2p?.chatId);
		expect(await receiver.next('im.message.message_read_v1')).toMatchObject({
			message_id_list: [message_id],
		});
		await article('Hello Alice').getByText('Read', { exact: true }).waitFor();
		await page.getByRole('button', { name: 'Incident Response' }).click();
	});

	it('pushes any other event', async () => {
		const { page } = setup;
		await page.locator('#open-events').click();
		const dialog = page.getByRole('dialog', { name: 'Push an event' });
		await dialog.getByLabel('Event type').selectOption('application.bot.menu_v6');
		await dialog.getByRole('button', { name: 'Push' }).click();
		expect(await receiver.next('application.bot.menu_v6')).toMatchObject({
			operator: { operator_name: 'Alice Chen' },
		});
	});

	it('fills in a form, and keeps what is written while others react', async () => {
		const { page, sandbox, send, call } = setup;
		const options = ['low', 'high'].map((value) => ({ text: text(value), value }));
		const submit = {
			tag: 'button',
			name: 'send',
			text: text('Submit'),
			form_action_type: 'submit',
		};
		const id = await send('interactive', {
			schema: '2.0',
			body: {
				elements: [
					{
						tag: 'form',
						name: 'report',
						elements: [
							{ tag: 'input', name: 'title', label: text('Title'), required: true },
							{ tag: 'select_static', name: 'level', placeholder: text('Level'), options },
							{ tag: 'multi_select_static', name: 'tags', placeholder: text('Tags'), options },
							{ tag: 'date_picker', name: 'due', placeholder: text('Due') },
							{ tag: 'select_person', name: 'who', placeholder: text('Owner') },
							{ tag: 'checker', name: 'urgent', text: text('Urgent') },
							submit,
							{ ...submit, name: 'clear', text: text('Clear'), form_action_type: 'reset' },
						],
					},
					{ tag: 'checker', name: 'done', text: text('Done'), behaviors: [{ type: 'callback' }] },
				],
			},
		});
		const card = page.getByRole('article').last().locator('.content');
		await card.getByRole('button', { name: 'Submit' }).click();
		await page.getByText('The form needs its field title').waitFor();
		await card.getByRole('textbox', { name: 'Title' }).fill('Nothing');
		await card.getByRole('button', { name: 'Clear' }).click();
		expect(await card.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('');
		await card.getByRole('textbox', { name: 'Title' }).fill('Disk full');
		const reaction = { reaction_type: { emoji_type: 'OK' } };
		await call('POST', `im/v1/messages/${id}/reactions`, reaction);
		await page.getByRole('button', { name: 'OK: Workflow Bot' }).waitFor();
		await card.getByLabel('Level').selectOption('high');
		await card.getByLabel('Tags').click();
		await card.getByRole('checkbox', { name: 'low' }).check();
		await card.getByRole('checkbox', { name: 'high' }).check();
		await card.getByLabel('Tags').click();
		await card.getByLabel('Due').fill('2026-04-01');
		await card.getByLabel('Owner').selectOption('Bob Miller');
		await card.getByLabel('Urgent').check();
		receiver.answer({ toast: { type: 'success', content: 'Thank you' } });
		await card.getByRole('button', { name: 'Submit' }).click();
		await page.getByText('Thank you').waitFor();
		expect(await receiver.next('card.action.trigger')).toMatchObject({
			action: {
				form_value: {
					title: 'Disk full',
					level: 'high',
					tags: ['low', 'high'],
					due: expect.stringContaining('2026-04-01 '),
					who: sandbox.openIdOf(sandbox.world.users[1]),
					urgent: true,
				},
			},
		});
		receiver.answer({});
		await card.getByLabel('Done').check();
		expect(await receiver.next('card.action.trigger')).toMatchObject({
			action: { tag: 'checker', name: 'done', checked: true },
		});
		expect(setup.faults).toEqual([]);
	});
});
