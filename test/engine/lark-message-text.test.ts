import { byAddress } from './lark-node';
import { useSending } from './sending';

describe('Lark node: text and Markdown messages', () => {
	const setup = useSending();
	const { send, stored, refused } = setup;

	it('sends Markdown as a post with a title', async () => {
		const markdown = '# Backup\n\n- db-1\n  - ok\n\n```sh\nls\n```';
		expect(await stored('markdown', { markdown, options: { title: 'Night' } })).toEqual([
			{
				type: 'post',
				content: {
					en_us: {
						title: 'Night',
						content: [
							[{ tag: 'md', text: '**Backup**\n\n- db-1\n    - ok' }],
							[{ tag: 'code_block', language: 'SHELL', text: 'ls' }],
						],
					},
				},
			},
		]);
	});

	it('splits a long text into messages in order and returns an item paired with the input for each', async () => {
		const paragraphs = [1, 2, 3, 4].map((n) => `${n} ${'word '.repeat(20_000)}`.trim());
		const { items: output } = await send('text', {
			text: paragraphs.join('\n\n'),
			options: { split: true },
		});
		expect(output).toHaveLength(4);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(Array(4).fill({ item: 0 }));
		expect(
			setup.group.messages.map(({ content }) => (JSON.parse(content) as { text: string }).text),
		).toEqual(paragraphs);
	});

	it('sends each of several equal parts, and none twice when n8n runs the node again', async () => {
		let requests = 0;
		const heal = setup.lark.sandbox.intercept(({ path }) =>
			path.endsWith('/messages') && ++requests === 2 ? { status: 502, body: '' } : undefined,
		);
		const { items: output, error } = await setup.lark.run(
			{
				resource: 'message',
				operation: 'send',
				receiver: byAddress(setup.group.chatId),
				msgType: 'markdown',
				markdown: `${'word '.repeat(5_900)}\n\n`.repeat(3),
				options: { split: true },
			},
			{ retryOnFail: true },
		);
		heal();
		expect(error).toBeUndefined();
		expect(output).toHaveLength(3);
		expect(setup.group.messages).toHaveLength(3);
	});

	it.each([
		['markdown', { markdown: '={{ $json.missing }}' }, /Markdown is empty/],
		[
			'markdown',
			{ markdown: '={{ "a".repeat(31000) }}' },
			/Markdown is too long: \d+ bytes of at most/,
		],
		['markdown', { markdown: 'a', options: { title: '={{ [1] }}' } }, /^Title is a list/],
	])('refuses for %s %j before anything is sent', refused);
});
