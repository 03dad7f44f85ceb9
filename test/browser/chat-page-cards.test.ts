import { pngBytes } from '../support/media';
import { startReceiver, type Receiver } from '../support/receiver';
import { screenshot } from './harness';
import { openSandboxPage, type SandboxPage } from './harness/sandbox-page';

jest.setTimeout(60_000);

const text = (content: string, zh_cn?: string) => ({
	tag: 'plain_text',
	content,
	...(zh_cn && { i18n_content: { zh_cn } }),
});
const options = (...values: string[]) => values.map((value) => ({ text: text(value), value }));
const callback = (value: object = {}) => [{ type: 'callback', value }];
const two = (title: object, ...elements: object[]) => ({
	schema: '2.0',
	header: { title, template: 'blue' },
	body: { elements },
});

const LEAVE = two(
	text('Leave request', '请假申请'),
	{
		tag: 'markdown',
		content: '**Alice Chen** asks for leave.',
		i18n_content: { zh_cn: '申请休假。' },
	},
	{
		tag: 'form',
		name: 'leave',
		elements: [
			{ tag: 'input', name: 'why', label: text('Reason', '原因'), required: true, max_length: 20 },
			{
				tag: 'column_set',
				columns: ['from', 'to'].map((name) => ({
					tag: 'column',
					width: 'weighted',
					weight: 1,
					elements: [{ tag: 'date_picker', name, placeholder: text(name), width: 'fill' }],
				})),
			},
			{ tag: 'picker_time', name: 'time', placeholder: text('Time') },
			{ tag: 'picker_datetime', name: 'until', placeholder: text('Until') },
			{
				tag: 'select_static',
				name: 'kind',
				placeholder: text('Kind'),
				options: options('Paid', 'Unpaid'),
			},
			{
				tag: 'multi_select_static',
				name: 'tags',
				placeholder: text('Tags'),
				options: options('a', 'b', 'c'),
			},
			{ tag: 'select_person', name: 'deputy', placeholder: text('Deputy') },
			{ tag: 'multi_select_person', name: 'team', placeholder: text('Team') },
			{
				tag: 'collapsible_panel',
				header: { title: text('More') },
				elements: [
					{
						tag: 'input',
						name: 'note',
						input_type: 'multiline_text',
						rows: 2,
						placeholder: text('Note'),
					},
					{ tag: 'input', name: 'locked', default_value: 'fixed', disabled: true },
				],
			},
			{ tag: 'checker', name: 'sure', text: text('I have told my team') },
			{
				tag: 'column_set',
				flex_mode: 'flow',
				columns: [
					{
						name: 'ok',
						type: 'primary_filled',
						text: text('Submit', '提交'),
						form_action_type: 'submit',
						behaviors: callback(),
					},
					{ name: 'reset', text: text('Reset', '重置'), form_action_type: 'reset' },
				].map((button) => ({
					tag: 'column',
					width: 'auto',
					elements: [{ tag: 'button', ...button }],
				})),
			},
		],
	},
);

describe('a card on the chat page', () => {
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

	const shown = async (card: object) => {
		const before = await setup.page.getByRole('article').count();
		await setup.send('interactive', card);
		const article = setup.page.getByRole('article').nth(before);
		await article.waitFor();
		return article.locator('.content');
	};
	const action = async () =>
		((await receiver.next('card.action.trigger')) as { action: object }).action;

	it('takes a whole form, shows the toast, and changes before the eyes', async () => {
		const { page, sandbox } = setup;
		const card = await shown(LEAVE);
		await screenshot(page, 'card-form-empty.png', { width: 1000, height: 900 });
		await card.getByRole('button', { name: 'Submit' }).click();
		await page.getByText('The form needs its field why').waitFor();
		await card.locator('.missing-answer').waitFor();
		await card.getByLabel('Reason').fill('Holiday, and more than twenty characters');
		expect(await card.getByLabel('Reason').inputValue()).toBe('Holiday, and more th');
		await card.getByLabel('Reason').fill('Holiday');
		await card.getByLabel('from').fill('2026-07-01');
		await card.getByLabel('to', { exact: true }).fill('2026-07-14');
		await card.getByLabel('Time').fill('09:30');
		await card.getByLabel('Until').fill('2026-07-14T18:00');
		await card.getByLabel('Kind').selectOption('Paid');
		await card.getByLabel('Tags').click();
		await card.getByRole('checkbox', { name: 'a', exact: true }).check();
		await card.getByRole('checkbox', { name: 'c', exact: true }).check();
		await screenshot(page, 'card-form-list.png', { width: 1000, height: 900 });
		await page.keyboard.press('Escape');
		await card.getByLabel('Deputy').selectOption('Bob Miller');
		await card.getByLabel('Team', { exact: true }).click();
		await card.getByRole('checkbox', { name: 'Carol Diaz' }).check();
		await card.getByLabel('Reason').click();
		await card.getByText('More', { exact: true }).click();
		await card.getByPlaceholder('Note').fill('Two\nlines');
		expect(await card.getByRole('textbox', { name: 'locked' }).isDisabled()).toBe(true);
		await card.getByLabel('I have told my team').check();
		await screenshot(page, 'card-form-filled.png', { width: 1000, height: 1000 });
		const data = two(text('Leave request'), { tag: 'markdown', content: 'Waiting for **Bob**' });
		receiver.answer({
			toast: { type: 'success', content: 'Sent', i18n: { zh_cn: '已发送' } },
			card: { type: 'raw', data },
		});
		await card.getByRole('button', { name: 'Submit' }).click();
		await page.getByRole('status').getByText('Sent').waitFor();
		await card.getByText('Waiting for Bob').waitFor();
		await screenshot(page, 'card-form-sent.png', { width: 1000, height: 700 });
		expect(await card.getByRole('button').count()).toBe(0);
		const [, bob, carol] = sandbox.world.users.map((user) => sandbox.openIdOf(user));
		const day = (of: string) => expect.stringMatching(new RegExp(`^${of} [+-]\\d{4}$`));
		expect(await action()).toEqual({
			tag: 'button',
			name: 'ok',
			value: {},
			timezone: expect.any(String),
			form_value: {
				why: 'Holiday',
				from: day('2026-07-01'),
				to: day('2026-07-14'),
				time: day('09:30'),
				until: day('2026-07-14 18:00'),
				kind: 'Paid',
				tags: ['a', 'c'],
				deputy: bob,
				team: [carol],
				note: 'Two\nlines',
				locked: 'fixed',
				sure: true,
			},
		});
	});

	it('takes its first values back when it is reset', async () => {
		const { page } = setup;
		const card = await shown(LEAVE);
		await card.getByLabel('Reason').fill('x');
		await card.getByLabel('Kind').selectOption('Paid');
		await card.getByLabel('Tags').click();
		await card.getByRole('checkbox', { name: 'a', exact: true }).check();
		await page.keyboard.press('Escape');
		await card.getByLabel('I have told my team').check();
		await card.getByRole('button', { name: 'Reset' }).click();
		expect(await card.getByLabel('Reason').inputValue()).toBe('');
		expect(await card.getByLabel('Kind').inputValue()).toBe('');
		expect(await card.locator('.chosen .chip').count()).toBe(0);
		expect(await card.getByLabel('I have told my team').isChecked()).toBe(false);
	});

	it('asks before it sends, and sends nothing when that is cancelled', async () => {
		const { page } = setup;
		const confirm = { title: text('Delete it?', '删除？'), text: text('There is no way back.') };
		const card = await shown(
			two(
				text('Server db-1'),
				{
					tag: 'button',
					text: text('Delete'),
					type: 'danger',
					confirm,
					behaviors: callback({ delete: 1 }),
				},
				{ tag: 'select_static', name: 'size', options: options('small', 'large'), confirm },
				{ tag: 'button', text: text('Locked'), disabled: true, disabled_tips: text('Not yours') },
			),
		);
		const dialog = page.getByRole('dialog', { name: 'Delete it?' });
		await card.getByRole('button', { name: 'Delete' }).click();
		await screenshot(page, 'card-confirm.png', { width: 1000, height: 700 });
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await card.getByLabel('size').selectOption('large');
		await page.keyboard.press('Escape');
		const empty = card.getByLabel('size').locator('option:checked', { hasText: 'Choose' });
		await empty.waitFor({ state: 'attached' });
		expect(await card.getByRole('button', { name: 'Locked' }).isDisabled()).toBe(true);
		receiver.answer({});
		await card.getByRole('button', { name: 'Delete' }).click();
		await dialog.getByRole('button', { name: 'Confirm' }).click();
		expect(await action()).toEqual({ tag: 'button', value: { delete: 1 } });
	});

	it('sends what stands alone at once: a menu, images, several choices, a date', async () => {
		const { page, sandbox } = setup;
		const [alice] = sandbox.world.users;
		const keys = ['red', 'blue'].map((name) => {
			const file = { name: `${name}.png`, bytes: pngBytes(1, 1), as: 'image' as const };
			const { chatId } = sandbox.world.chats[1];
			const said = sandbox.say({ from: alice, chat: chatId, text: '', file });
			return (JSON.parse(said.content) as { image_key: string }).image_key;
		});
		const card = await shown(
			two(
				text('Alone'),
				{
					tag: 'select_img',
					name: 'picture',
					options: keys.map((img_key, at) => ({ img_key, value: `p${at}` })),
				},
				{
					tag: 'overflow',
					name: 'menu',
					options: [
						...options('Copy', 'Move'),
						{ text: text('Site'), multi_url: { url: 'https://example.com/' } },
					],
				},
				{ tag: 'multi_select_static', name: 'several', options: options('x', 'y'), width: 'fill' },
				{ tag: 'date_picker', name: 'day', placeholder: text('Day') },
				{ tag: 'checker', text: text('Only here') },
			),
		);
		receiver.answer({});
		await card.getByRole('radio', { name: 'p1' }).check();
		expect(await action()).toMatchObject({ tag: 'select_img', option: 'p1' });
		await card.getByLabel('More').click();
		await screenshot(page, 'card-alone.png', { width: 1000, height: 900 });
		const link = card.getByRole('link', { name: 'Site' });
		expect(await link.getAttribute('href')).toBe('https://example.com/');
		await card.getByRole('button', { name: 'Move' }).click();
		expect(await action()).toMatchObject({ tag: 'overflow', option: 'Move' });
		await card.getByLabel('several').click();
		await card.getByRole('checkbox', { name: 'x' }).check();
		await card.getByRole('checkbox', { name: 'y', exact: true }).check();
		await page.keyboard.press('Escape');
		expect(await action()).toMatchObject({ tag: 'multi_select_static', options: ['x', 'y'] });
		await card.getByLabel('Day').fill('2026-04-01');
		expect(await action()).toMatchObject({ option: expect.stringContaining('2026-04-01 ') });
		await card.getByLabel('Only here').check();
	});

	it('speaks the language of the person who looks, and each press is by the person who writes', async () => {
		const { page, sandbox } = setup;
		const card = await shown(LEAVE);
		const [, bob] = sandbox.world.users.map((user) => sandbox.openIdOf(user));
		await page.getByLabel('Write as').selectOption('Bob Miller');
		await page.getByLabel('Language of this person').selectOption('zh_cn');
		const mine = page.getByRole('article').last().locator('.content');
		await mine.getByRole('heading', { name: '请假申请' }).waitFor();
		await mine.getByLabel('原因').fill('休假');
		await screenshot(page, 'card-chinese.png', { width: 1000, height: 900 });
		await page.emulateMedia({ colorScheme: 'dark' });
		await screenshot(page, 'card-phone.png', { width: 420, height: 900 });
		receiver.answer({ toast: { content: 'Sent', i18n: { zh_cn: '已发送' } } });
		await mine.getByRole('button', { name: '提交' }).click();
		await page.getByRole('status').getByText('已发送').waitFor();
		expect(await receiver.next('card.action.trigger')).toMatchObject({
			operator: { open_id: bob },
			action: { form_value: { why: '休假' } },
		});
		await page.getByLabel('Write as').selectOption('Alice Chen');
		await card.getByRole('heading', { name: 'Leave request' }).waitFor();
		expect(await page.getByLabel('Language of this person').inputValue()).toBe('en_us');
		expect(setup.faults).toEqual([]);
	});
});
