import { bench, type SandboxSetup } from './support';

const previewIn = async (b: SandboxSetup) => {
	const state = (await (await fetch(`${b.sandbox.url}/sandbox/state`)).json()) as {
		chats: Array<{ preview: string }>;
	};
	return state.chats[0].preview;
};

const titled = (config?: object) => ({
	schema: '2.0',
	config,
	header: { title: { tag: 'plain_text', content: 'Deploy' } },
	body: { elements: [] },
});

describe('the preview of a chat', () => {
	it('is empty without messages', async () => {
		expect(await previewIn(await bench())).toBe('');
	});

	it('is a text, with the names of those it mentions', async () => {
		const b = await bench();
		await b.sendText(`<at user_id="${b.sandbox.openIdOf(b.alice)}"></at> Hi`);
		expect(await previewIn(b)).toBe('@Alice Chen Hi');
	});

	it.each([
		['post', { en_us: { content: [[{ tag: 'text', text: 'All' }], [{ tag: 'hr' }]] } }, 'All '],
		['post', { en_us: { title: 'News', content: [[{ tag: 'text', text: 'All' }]] } }, 'News'],
		['interactive', titled(), 'Deploy'],
		['interactive', titled({ summary: { content: 'Done' } }), 'Done'],
		['interactive', { elements: [] }, '[Card]'],
	])('of a %s %j is %s', async (type, content, preview) => {
		const b = await bench();
		await b.send(type, content);
		expect(await previewIn(b)).toBe(preview);
	});

	it('says what kind of message has no words', async () => {
		const b = await bench();
		await b.send('image', { image_key: await b.imageKey() });
		expect(await previewIn(b)).toBe('[Image]');
		await b.send('share_user', { user_id: b.sandbox.openIdOf(b.alice) });
		expect(await previewIn(b)).toBe('[Shared Contact]');
		const { message_id: id } = await b.sendText('Hi');
		await b.call('DELETE', `im/v1/messages/${id}`);
		expect(await previewIn(b)).toBe('This message was recalled');
	});

	it('says that a card is being written, until streaming mode ends by itself', async () => {
		let now = Date.UTC(2026, 0, 1);
		const b = await bench({ clock: () => now });
		const body = { type: 'card_json', data: JSON.stringify(titled({ streaming_mode: true })) };
		const { card_id } = (await b.call('POST', 'cardkit/v1/cards', { body })).body.data;
		await b.send('interactive', { type: 'card', data: { card_id } });
		expect(await previewIn(b)).toBe('Generating...');
		now += 10 * 60_000;
		expect(await previewIn(b)).toBe('Deploy');
	});
});
