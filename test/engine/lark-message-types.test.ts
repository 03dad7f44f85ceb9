import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Chat, Message } from '../../sandbox';
import { byAddress, byId, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: message types', () => {
	let lark: LarkNode;
	let group: Chat;

	beforeAll(async () => {
		lark = await openLarkNode();
		group = lark.sandbox.world.chats.find(({ name }) => name === 'Incident Response')!;
	});
	beforeEach(() => {
		lark.reset();
		group.messages.length = 0;
	});
	afterAll(async () => await lark.sandbox.close());

	const send = async (msgType: string, fields: IDataObject, receiver = group.chatId) =>
		await lark.run({
			resource: 'message',
			operation: 'send',
			receiver: byAddress(receiver),
			msgType,
			...fields,
		} as INodeParameters);

	/** Sends and gives what the sandbox has stored, as it was sent. */
	const stored = async (msgType: string, fields: IDataObject) => {
		const { error } = await send(msgType, fields);
		expect(error).toBeUndefined();
		return group.messages.map(({ msgType: type, sentContent }: Message) => ({
			type,
			content: JSON.parse(sentContent) as IDataObject,
		}));
	};

	const refused = async (msgType: string, fields: IDataObject, message: RegExp) => {
		const { error } = await send(msgType, fields);
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(/\w/),
		});
		expect(lark.sandbox.requests).toEqual([]);
	};

	/** Puts something into the sandbox as if the app had uploaded it. */
	const uploaded = (key: string, kind: 'image' | 'file' | 'sticker', type: string) =>
		lark.sandbox.world.addResource({
			key,
			kind,
			type,
			owner: { type: 'app', appId: lark.sandbox.app.appId },
			fileName: 'upload.bin',
			contentType: 'application/octet-stream',
			bytes: Buffer.from('bytes'),
		}).key;

	describe('text and Markdown', () => {
		const mentions = (people: unknown, more: IDataObject = {}) => ({
			mentions: { mention: { people, ...more } },
		});
		const idOf = (n: number) => lark.sandbox.openIdOf(lark.sandbox.world.users[n]);

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
			expect(group.messages[0]).toMatchObject({
				content: '{"text":"@_user_1 @_user_2 Hello"}',
				mentions: [{ name: 'Alice Chen' }, { name: 'Bob Miller' }],
			});
		});

		it('mentions people in Markdown at placeholders, and everyone', async () => {
			const position = 'placeholders';
			const options = mentions(`={{ ${JSON.stringify([idOf(0)])} }}`, { everyone: true, position });
			await stored('markdown', { markdown: '**@1** asks @all', options });
			expect(group.messages[0].content).toContain('**@_user_1** asks @_all');
			expect(group.messages[0].mentions).toMatchObject([{ name: 'Alice Chen' }]);
		});

		it('splits a long text into messages in order, each an item paired with its input', async () => {
			const paragraphs = [1, 2, 3, 4].map((n) => `${n} ${'word '.repeat(20_000)}`.trim());
			const { items: output } = await send('text', {
				text: paragraphs.join('\n\n'),
				options: { split: true },
			});
			expect(output).toHaveLength(4);
			expect(output.map(({ pairedItem }) => pairedItem)).toEqual(Array(4).fill({ item: 0 }));
			expect(
				group.messages.map(({ content }) => (JSON.parse(content) as { text: string }).text),
			).toEqual(paragraphs);
		});

		it('sends equal parts each, and none twice when n8n runs the node again', async () => {
			let requests = 0;
			const heal = lark.sandbox.intercept(({ path }) =>
				path.endsWith('/messages') && ++requests === 2 ? { status: 502, body: '' } : undefined,
			);
			const { items: output, error } = await lark.run(
				{
					resource: 'message',
					operation: 'send',
					receiver: byAddress(group.chatId),
					msgType: 'markdown',
					markdown: `${'word '.repeat(5_900)}\n\n`.repeat(3),
					options: { split: true },
				},
				{ retryOnFail: true },
			);
			heal();
			expect(error).toBeUndefined();
			expect(output).toHaveLength(3);
			expect(group.messages).toHaveLength(3);
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

	describe('rich text', () => {
		const content = [[{ tag: 'text', text: 'Hi' }]];

		it('is sent from JSON and from an expression, with the locale that it lacks', async () => {
			await stored('post', { post: JSON.stringify({ zh_cn: { content } }) });
			expect(
				await stored('post', { post: `={{ ${JSON.stringify({ title: 'T', content })} }}` }),
			).toEqual([
				{ type: 'post', content: { zh_cn: { content } } },
				{ type: 'post', content: { en_us: { title: 'T', content } } },
			]);
		});

		it.each([
			['post', { post: '{"content": [[{"tag": "bold"}]]}' }, /node 1 in paragraph 1 .*"bold"/],
			['post', { post: '={{ $json.missing }}' }, /Rich Text is empty/],
		])('refuses for %s %j before anything is sent', refused);
	});

	describe('cards', () => {
		it('are made from a form without JSON', async () => {
			const image_key = uploaded('img_v3_1', 'image', 'message');
			const [{ type, content }] = await stored('interactive', {
				cardTitle: 'Checkout is down',
				cardColor: 'red',
				cardBody: '**5 %** of payments fail',
				cardFields: {
					field: [
						{ name: 'Service', value: 'checkout' },
						{ name: 'Errors', value: '={{ 5 }}' },
					],
				},
				cardButtons: {
					button: [
						{ text: 'Dashboard', url: 'https://example.com', style: 'primary' },
						{ text: 'Mute', action: 'callback', value: '={{ { mute: true } }}' },
					],
				},
				options: { cardImageKey: image_key, cardNote: 'Sent by the monitoring' },
			});
			expect(type).toBe('interactive');
			expect(content).toMatchObject({ schema: '2.0', header: { template: 'red' } });
			const json = JSON.stringify(content);
			for (const part of [
				'**Service**\\ncheckout',
				'**Errors**\\n5',
				'"default_url":"https://example.com"',
				'"type":"callback","value":{"mute":true}',
				`"img_key":"${image_key}"`,
				'"content":"Sent by the monitoring","text_size":"notation"',
			]) {
				expect(json).toContain(part);
			}
		});

		it('are made from a template with variables', async () => {
			expect(
				await stored('interactive', {
					cardSource: 'template',
					templateId: 'AAqk1',
					templateVariables: {
						variable: [
							{ name: 'service', value: 'checkout' },
							{ name: 'rows', value: '={{ [1, 2] }}' },
						],
					},
					options: { templateVersion: '1.0.0' },
				}),
			).toEqual([
				{
					type: 'interactive',
					content: {
						type: 'template',
						data: {
							template_id: 'AAqk1',
							template_version_name: '1.0.0',
							template_variable: { service: 'checkout', rows: [1, 2] },
						},
					},
				},
			]);
		});

		it('are made from JSON, as text or from an expression', async () => {
			const card = { elements: [{ tag: 'hr' }] };
			await stored('interactive', { cardSource: 'json', cardJson: JSON.stringify(card) });
			expect(
				await stored('interactive', {
					cardSource: 'json',
					cardJson: `={{ ${JSON.stringify(card)} }}`,
				}),
			).toEqual(Array(2).fill({ type: 'interactive', content: card }));
		});

		it.each([
			['interactive', {}, /The card is empty/],
			['interactive', { cardButtons: { button: [{ text: 'Go' }] } }, /Button 1 has no valid URL/],
			['interactive', { cardSource: 'json', cardJson: '{"schema": "2.0"}' }, /body is missing/],
			['interactive', { cardSource: 'template', templateId: '={{ "" }}' }, /Template ID is empty/],
		])('refuses for %s %j before anything is sent', refused);
	});

	describe('by key', () => {
		it.each([
			['file', 'file', 'pdf'],
			['audio', 'file', 'opus'],
			['media', 'file', 'mp4'],
			['sticker', 'sticker', 'sticker'],
		] as const)('sends %s', async (msgType, kind, type) => {
			const file_key = uploaded(`key-of-${msgType}`, kind, type);
			expect(await stored(msgType, { source: 'key', fileKey: ` ${file_key} ` })).toEqual([
				{ type: msgType, content: { file_key } },
			]);
		});

		it('sends an image, and a video with a cover', async () => {
			const image_key = uploaded('img_v3_1', 'image', 'message');
			const file_key = uploaded('video', 'file', 'mp4');
			await stored('image', { source: 'key', imageKey: image_key });
			expect(
				await stored('media', { source: 'key', fileKey: file_key, coverKey: image_key }),
			).toEqual([
				{ type: 'image', content: { image_key } },
				{ type: 'media', content: { file_key, image_key } },
			]);
		});

		it.each([
			['image', { source: 'key', imageKey: '={{ $json.missing }}' }, /Image Key is empty/],
			['image', { source: 'key', imageKey: 'https://example.com/a.png' }, /Image Key cannot be/],
			['file', { source: 'key', fileKey: 'report.pdf' }, /File Key cannot be/],
			[
				'media',
				{ source: 'key', fileKey: 'video', coverKey: 'cover.png' },
				/Cover Image Key cannot be/,
			],
		])('refuses for %s %j before anything is sent', refused);
	});

	describe('cards of chats and people, and dividers', () => {
		it('shares a group', async () => {
			const { chatId: chat_id } = lark.sandbox.world.chats[1];
			expect(await stored('share_chat', { sharedChatId: byId(chat_id) })).toEqual([
				{ type: 'share_chat', content: { chat_id } },
			]);
		});

		it('shares a person', async () => {
			const user_id = lark.sandbox.openIdOf(lark.sandbox.world.users[1]);
			expect(await stored('share_user', { sharedUserId: user_id })).toEqual([
				{ type: 'share_user', content: { user_id } },
			]);
		});

		it('sends a divider to a person', async () => {
			const [person] = lark.sandbox.world.users;
			const { items: output, error } = await send(
				'system',
				{ dividerText: 'New session' },
				lark.sandbox.openIdOf(person),
			);
			expect(error).toBeUndefined();
			expect(output[0].json.msg_type).toBe('system');
		});

		it.each([
			['share_chat', { sharedChatId: byId('om_1') }, /chat IDs start with oc_/],
			['share_user', { sharedUserId: 'alice@example.com' }, /User Open ID cannot be/],
			['system', { dividerText: 'More than twenty characters' }, /too long: 27 of at most 20/],
		])('refuses for %s %j before anything is sent', refused);
	});

	it('can be chosen for a reply', async () => {
		const { items: sent } = await send('text', { text: 'Hello' });
		const { error } = await lark.run({
			resource: 'message',
			operation: 'reply',
			messageId: String(sent[0].json.message_id),
			msgType: 'image',
			source: 'key',
			imageKey: uploaded('img_v3_1', 'image', 'message'),
		});
		expect(error).toBeUndefined();
		expect(group.messages.map(({ msgType }) => msgType)).toEqual(['text', 'image']);
	});
});
