import { openSandboxPage, type SandboxPage } from './harness/sandbox-page';

jest.setTimeout(60_000);

const TYPED = 'The deploy of **api** has begun, and takes about two minutes.';

const streaming = (streaming_config: object, content = 'Thinking') => ({
	schema: '2.0',
	config: { streaming_mode: true, streaming_config },
	body: { elements: [{ tag: 'markdown', element_id: 'answer', content }] },
});

describe('a card that is being written, on the chat page', () => {
	let setup: SandboxPage;
	let sequence = 0;

	beforeAll(async () => (setup = await openSandboxPage()));
	afterAll(async () => await setup?.close());

	const start = async (card: object) => {
		const body = { type: 'card_json', data: JSON.stringify(card) };
		const { card_id } = await setup.call('POST', 'cardkit/v1/cards', body);
		const before = await setup.page.getByRole('article').count();
		await setup.send('interactive', { type: 'card', data: { card_id } });
		const article = setup.page.getByRole('article').nth(before);
		await article.waitFor();
		return { path: `cardkit/v1/cards/${card_id}`, shown: article.locator('.card-body') };
	};
	const write = (path: string, content: string) =>
		setup.call('PUT', `${path}/elements/answer/content`, { content, sequence: ++sequence });
	const set = (path: string, config: object) => {
		const settings = JSON.stringify({ config });
		return setup.call('PATCH', `${path}/settings`, { settings, sequence: ++sequence });
	};
	const preview = async () =>
		(await setup.page
			.getByRole('button', { name: 'Incident Response' })
			.locator('.preview')
			.getAttribute('data-text')) ?? '';
	const until = async (read: () => Promise<string>, expected: string) => {
		const end = Date.now() + 10_000;
		while ((await read()) !== expected && Date.now() < end) await setup.page.waitForTimeout(20);
		expect(await read()).toBe(expected);
	};

	it('types a text that goes on, little by little, to its end', async () => {
		const { path, shown } = await start(
			streaming({ print_frequency_ms: { default: 40 }, print_step: { pc: 2 } }, 'The'),
		);
		await write(path, TYPED);
		const seen = new Set<string>();
		const words = TYPED.replaceAll('**', '');
		await until(async () => {
			const text = await shown.innerText();
			seen.add(text);
			return text;
		}, words);
		expect(seen.size).toBeGreaterThan(5);
		expect(await shown.locator('b').innerText()).toBe('api');
	});

	it('shows a text that begins otherwise at once', async () => {
		const { path, shown } = await start(streaming({ print_frequency_ms: { default: 5_000 } }));
		await write(path, TYPED);
		await until(() => shown.innerText(), TYPED.replaceAll('**', ''));
	});

	it('shows everything at once when streaming mode ends', async () => {
		const { path, shown } = await start(streaming({ print_frequency_ms: { default: 5_000 } }));
		await write(path, `Thinking of ${TYPED}`);
		await setup.page.waitForTimeout(200);
		expect(await shown.innerText()).toBe('Thinking');
		await set(path, { streaming_mode: false });
		await until(() => shown.innerText(), `Thinking of ${TYPED.replaceAll('**', '')}`);
		expect(await setup.page.locator('.streaming').count()).toBe(2);
	});

	it('is called generating in the list of chats, until it has a summary', async () => {
		const { path } = await start(streaming({}));
		await until(preview, 'Generating...');
		await set(path, { streaming_mode: false, summary: { content: 'The deploy is done' } });
		await until(preview, 'The deploy is done');
		await setup.page.reload();
		await until(preview, 'The deploy is done');
	});

	it('is a request to upgrade in an old client', async () => {
		const client = (is_old: boolean) =>
			fetch(`${setup.sandbox.url}/sandbox/client`, {
				method: 'PUT',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ is_old }),
			});
		await client(true);
		const last = setup.page.getByRole('article').last().locator('.content');
		await until(
			() => last.innerText(),
			'Please upgrade Lark to the latest version to view this content',
		);
		await client(false);
		await last.locator('.card-body').waitFor();
		expect(setup.faults).toEqual([]);
	});
});
