import { startReceiver, type Receiver } from '../support/receiver';
import { openSandboxPage, type SandboxPage } from './harness/sandbox-page';

jest.setTimeout(60_000);

const text = (content: string) => ({ tag: 'plain_text', content });
const whisper = (title: string) => ({
	header: { title: text(title) },
	elements: [
		{ tag: 'action', actions: [{ tag: 'button', text: text('Finish'), value: { done: true } }] },
	],
});
const paragraph = (words: string) => ({
	type: 'paragraph',
	paragraph: { elements: [{ type: 'textRun', textRun: { text: words, style: {} } }], style: {} },
});

describe('what only one person sees in a chat', () => {
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

	const show = async (title: string, person: number) => {
		const { world } = setup.sandbox;
		const sent = await setup.call('POST', 'ephemeral/v1/send', {
			chat_id: world.chats[0].chatId,
			open_id: setup.sandbox.openIdOf(world.users[person]),
			msg_type: 'interactive',
			card: whisper(title),
		});
		return sent.message_id;
	};
	const article = (words: string) => setup.page.getByRole('article').filter({ hasText: words });

	it('is drawn for this person alone, and nobody can react to it or recall it', async () => {
		const { page } = setup;
		await show('For Alice', 0);
		await show('For Bob', 1);
		await article('For Alice').getByText('Only visible to you').waitFor();
		expect(await article('For Bob').count()).toBe(0);
		expect(await article('For Alice').locator('.toolbar').count()).toBe(0);
		await page.getByLabel('Write as').selectOption('Bob Miller');
		await article('For Bob').waitFor();
		expect(await article('For Alice').count()).toBe(0);
		await page.getByLabel('Write as').selectOption('Alice Chen');
		await article('For Alice').waitFor();
	});

	it('can be pressed, and the response replaces it', async () => {
		const card = { elements: [{ tag: 'div', text: text('The date is set') }] };
		receiver.answer({ card: { type: 'raw', data: card } });
		await article('For Alice').getByRole('button', { name: 'Finish' }).click();
		expect(await receiver.next('card.action.trigger')).toMatchObject({
			operator: { open_id: setup.sandbox.openIdOf(setup.sandbox.world.users[0]) },
			action: { value: { done: true } },
		});
		await article('The date is set').getByText('Only visible to you').waitFor();
	});

	it('leaves no trace when it is deleted, and is there again after a reload until then', async () => {
		const { page } = setup;
		const message_id = await show('Soon gone', 0);
		await article('Soon gone').waitFor();
		await page.reload();
		await article('Soon gone').waitFor();
		await setup.call('POST', 'ephemeral/v1/delete', { message_id });
		await article('Soon gone').waitFor({ state: 'detached' });
		await page.reload();
		await article('The date is set').waitFor();
		expect(await article('Soon gone').count()).toBe(0);
		expect(setup.faults).toEqual([]);
	});
});

describe('the top of a chat', () => {
	let setup: SandboxPage;

	beforeAll(async () => (setup = await openSandboxPage()));
	afterAll(async () => await setup?.close());

	const top = () => setup.page.locator('#chat-top');
	const path = () => `im/v1/chats/${setup.sandbox.world.chats[0].chatId}`;
	const notice = async (given: object) =>
		await setup.call('POST', `${path()}/top_notice/put_top_notice`, { chat_top_notice: [given] });

	it('is empty at first', async () => {
		expect(await top().isVisible()).toBe(false);
	});

	it('has the top notice, which leads to its message and goes with it', async () => {
		const message_id = await setup.send('text', { text: 'Deploys are frozen' });
		for (let count = 0; count < 30; count += 1) await setup.send('text', { text: `${count}` });
		await notice({ action_type: '1', message_id });
		await top().getByText('Workflow Bot: Deploys are frozen').click();
		const message = setup.page.getByRole('article').filter({ hasText: 'Deploys are frozen' });
		await setup.page.waitForFunction(
			(node) => (node?.getBoundingClientRect().top ?? -1) > 0,
			await message.elementHandle(),
		);
		await setup.call('DELETE', `im/v1/messages/${message_id}`);
		await top().waitFor({ state: 'hidden' });
	});

	it('has the announcement, whole when it is opened, also as top notice', async () => {
		const insertBlocksRequest = {
			payload: JSON.stringify({ blocks: ['On call: Alice', 'Backup: Bob'].map(paragraph) }),
			location: { zoneId: '0', index: 0, endOfZone: true },
		};
		const request = { requestType: 'InsertBlocksRequestType', insertBlocksRequest };
		await setup.call('PATCH', `${path()}/announcement`, {
			revision: '1',
			requests: [JSON.stringify(request)],
		});
		await top().getByText('📢 Announcement').click();
		await top().getByText('Backup: Bob').waitFor();
		await notice({ action_type: '2' });
		await top().getByText('📌 Top notice').waitFor();
		await setup.call('POST', `${path()}/top_notice/delete_top_notice`);
		await top().getByText('📌 Top notice').waitFor({ state: 'detached' });
	});
});
