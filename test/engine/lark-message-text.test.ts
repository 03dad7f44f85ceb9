import type { IDataObject } from 'n8n-workflow';

import { byAddress } from './lark-node';
import { useSending } from './sending';

describe('Lark node: text and Markdown messages', () => {
	const setup = useSending();
	const { send, stored, refused } = setup;

	const mentions = (people: unknown, more: IDataObject = {}) => ({
		mentions: { mention: { people, ...more } },
	});
	const idOf = (n: number) => setup.lark.sandbox.openIdOf(setup.lark.sandbox.world.users[n]);

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

	it('mentions people in a text without tags', async () => {
		await stored('text', { text: 'Hello', options: mentions(`${idOf(0)}, ${idOf(1)}`) });
		expect(setup.group.messages[0]).toMatchObject({
			content: '{"text":"@_user_1 @_user_2 Hello"}',
			mentions: [{ name: 'Alice Chen' }, { name: 'Bob Miller' }],
		});
	});

	it('mentions people in Markdown at placeholders, and everyone', async () => {
		const position = 'placeholders';
		const options = mentions(`={{ ${JSON.stringify([idOf(0)])} }}`, { everyone: true, position });
		await stored('markdown', { markdown: '**@1** asks @all', options });
		expect(JSON.parse(setup.group.messages[0].content)).toMatchObject({
			content: [
				[
					{ tag: 'text', text: '@_user_1', style: ['bold'] },
					{ tag: 'text', text: ' asks @_all' },
				],
			],
		});
		expect(setup.group.messages[0].mentions).toMatchObject([{ name: 'Alice Chen' }]);
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
		['text', { text: 'Hi', options: mentions('ann@example.com') }, /Mentions cannot have/],
		[
			'text',
			{ text: 'Hi', options: { split: true, ...mentions('a', { position: 'placeholders' }) } },
			/no @1/,
		],
	])('refuses for %s %j before anything is sent', refused);
});
