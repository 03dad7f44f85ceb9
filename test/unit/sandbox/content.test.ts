import { bench, type SandboxSetup } from './support';

const post = (...nodes: object[]) => ({ en_us: { content: [nodes] } });
const card = (elements: object[]) => ({ schema: '2.0', body: { elements } });

describe('accepted content', () => {
	it.each([
		['text', async () => ({ text: 'Hello <b>world</b>' })],
		[
			'post',
			async () =>
				post(
					{ tag: 'text', text: 'See ' },
					{ tag: 'a', text: 'docs', href: 'https://example.com' },
				),
		],
		['post', async () => post({ tag: 'md', text: '**bold**' })],
		['post', async () => post({ tag: 'code_block', language: 'TypeScript', text: 'x' })],
		[
			'post',
			async () =>
				post(
					{ tag: 'code_block', language: 'GO', text: 'x' },
					{ tag: 'emotion', emoji_type: 'SMILE' },
				),
		],
		['post', async (b: SandboxSetup) => post({ tag: 'img', image_key: await b.imageKey() })],
		['image', async (b: SandboxSetup) => ({ image_key: await b.imageKey() })],
		['file', async (b: SandboxSetup) => ({ file_key: await b.fileKey('pdf') })],
		['audio', async (b: SandboxSetup) => ({ file_key: await b.fileKey('opus') })],
		[
			'media',
			async (b: SandboxSetup) => ({
				file_key: await b.fileKey('mp4'),
				image_key: await b.imageKey(),
			}),
		],
		['interactive', async () => card([{ tag: 'markdown', content: 'Hi' }])],
		[
			'interactive',
			async () => ({ elements: [{ tag: 'div', text: { tag: 'plain_text', content: 'Hi' } }] }),
		],
		['interactive', async () => ({ type: 'template', data: { template_id: 'AAqk1' } })],
		['share_chat', async (b: SandboxSetup) => ({ chat_id: b.sandbox.world.chats[1].chatId })],
		['share_user', async (b: SandboxSetup) => ({ user_id: b.sandbox.openIdOf(b.alice) })],
	])('%s', async (msgType, content) => {
		const b = await bench();
		const answer = await b.send(msgType, await content(b));
		expect(answer.body).toMatchObject({ code: 0, data: { msg_type: msgType } });
	});
});

describe('posts', () => {
	const read = async (b: SandboxSetup, ...nodes: object[]) => {
		const { body } = await b.send('post', post(...nodes));
		const content = JSON.parse(body.data.body.content) as { content: object[][] };
		return content.content[0];
	};

	it('a mention may bring the name of the person, who has a name of their own', async () => {
		const b = await bench();
		const user_id = b.sandbox.openIdOf(b.alice);
		expect(await read(b, { tag: 'at', user_id, user_name: 'Tom' })).toMatchObject([
			{ tag: 'at', user_id: '@_user_1', user_name: b.alice.name },
		]);
	});

	it('a style that Lark does not have is ignored, in every kind of node', async () => {
		const b = await bench();
		const style = ['strong', 'bold', 'constructor'];
		const nodes = [
			{ tag: 'text', text: 'Hi', style },
			{ tag: 'a', text: 'docs', href: 'https://example.com', style },
			{ tag: 'at', user_id: b.sandbox.openIdOf(b.alice), style },
		];
		const styled = nodes.map(({ tag }) => ({ tag, style: ['bold'] }));
		expect(await read(b, ...nodes)).toMatchObject(styled);
	});

	it('a style is a list', async () => {
		const b = await bench();
		const node = { tag: 'text', text: 'Hi', style: 'bold' };
		expect((await b.send('post', post(node))).body.code).toBe(230001);
	});
});

describe('unknown fields in content', () => {
	const contents: Array<[string, object]> = [
		['text', { text: 'Hi', extra: 1 }],
		['post', post({ tag: 'text', text: 'Hi', extra: 1 })],
		['post', { en_us: { content: [], extra: 1 } }],
		['interactive', { type: 'template', data: { template_id: 'AAqk1', extra: 1 } }],
	];

	it.each(contents)('%s %j: refused by default', async (msgType, content) => {
		const b = await bench();
		expect((await b.send(msgType, content)).body.code).toBe(
			msgType === 'interactive' ? 230099 : 230001,
		);
	});

	it.each(contents)('%s %j: ignored when unknown fields are allowed', async (msgType, content) => {
		const b = await bench({ allowUnknownFields: true });
		expect((await b.send(msgType, content)).body.code).toBe(0);
	});
});

describe('refused content', () => {
	it.each([
		['text without text', 'text', {}, 230001],
		['an empty text', 'text', { text: '' }, 230001],
		['text with another field', 'text', { text: 'Hi', content: 'Hi' }, 230001],
		['a post without a locale', 'post', {}, 230001],
		['a post wrapped in "post"', 'post', { post: post({ tag: 'text', text: 'Hi' }) }, 230001],
		['an unknown tag', 'post', post({ tag: 'bold', text: 'Hi' }), 230001],
		['a link without href', 'post', post({ tag: 'a', text: 'Hi' }), 230001],
		[
			'a link with an invalid href',
			'post',
			post({ tag: 'a', text: 'Hi', href: 'example' }),
			230001,
		],
		[
			'md beside another node',
			'post',
			post({ tag: 'md', text: 'Hi' }, { tag: 'text', text: '!' }),
			230001,
		],
		['an unknown emoji', 'post', post({ tag: 'emotion', emoji_type: 'HAPPY_HAT' }), 230001],
		['an unknown language', 'post', post({ tag: 'code_block', language: 'X', text: '' }), 230001],
		['a mention of nobody', 'post', post({ tag: 'at', user_id: 'ou_nobody' }), 230001],
		['an image that does not exist', 'image', { image_key: 'img_v3_0' }, 230001],
		['a card without elements', 'interactive', { schema: '2.0', body: {} }, 230099],
		['a card element without a tag', 'interactive', card([{ content: 'Hi' }]), 230099],
		['201 card elements', 'interactive', card(Array(201).fill({ tag: 'hr' })), 230099],
		['a sticker never received', 'sticker', { file_key: 'sticker' }, 230017],
		['a chat that does not exist', 'share_chat', { chat_id: 'oc_0' }, 230001],
		['a user_id that is no open_id', 'share_user', { user_id: 'alice' }, 230001],
		[
			'a divider in a group',
			'system',
			{ type: 'divider', params: { divider_text: { text: 'New' } } },
			230054,
		],
		['a text over 150 KB', 'text', { text: 'x'.repeat(150 * 1024) }, 230025],
		['a post over 30 KB', 'post', post({ tag: 'text', text: 'x'.repeat(30 * 1024) }), 230025],
		[
			'a card over 30 KB',
			'interactive',
			card([{ tag: 'markdown', content: 'x'.repeat(30 * 1024) }]),
			230025,
		],
	])('%s', async (_, msgType, content, code) => {
		const b = await bench();
		const answer = await b.send(msgType, content);
		expect([answer.status, answer.body.code]).toEqual([400, code]);
		expect(b.group.messages).toEqual([]);
	});

	it('says what is wrong in ext', async () => {
		const b = await bench();
		const { body } = await b.call('POST', 'im/v1/messages', {
			query: { receive_id_type: 'chat_id' },
			body: { receive_id: b.group.chatId, msg_type: 'text', content: 'Hi' },
		});
		expect(body.msg).toBe(
			'Your request contains an invalid request parameter, ext=invalid message content: content is not a JSON string',
		);
	});

	it('an image beside text in its paragraph', async () => {
		const b = await bench();
		const image = { tag: 'img', image_key: await b.imageKey() };
		const answer = await b.send('post', post(image, { tag: 'text', text: 'Hi' }));
		expect(answer.body.msg).toContain('img must be alone in its paragraph');
	});

	it.each([
		['audio', 'mp4'],
		['media', 'opus'],
		['file', 'mp4'],
	])('%s from an upload of file_type %s: 230055', async (msgType, fileType) => {
		const b = await bench();
		const answer = await b.send(msgType, { file_key: await b.fileKey(fileType) });
		expect(answer.body.code).toBe(230055);
	});

	it('an image of another app: 230017', async () => {
		const b = await bench();
		const image_key = await b.imageKey('message', b.sandbox.registerApp());
		expect((await b.send('image', { image_key })).body.code).toBe(230017);
	});

	it('a p2p chat as a card: 230015; a group that the bot is not in: 230002', async () => {
		const b = await bench();
		const { world, app } = b.sandbox;
		const p2p = world.openP2p(b.alice.userId, { type: 'app', appId: app.appId });
		expect((await b.send('share_chat', { chat_id: p2p.chatId })).body.code).toBe(230015);
		const foreign = world.chats.find((chat) => chat.name === 'Leadership');
		expect((await b.send('share_chat', { chat_id: foreign?.chatId })).body.code).toBe(230002);
	});

	it('takes a divider in a p2p chat, with the scope for it', async () => {
		const b = await bench();
		const { world, app } = b.sandbox;
		const { chatId: chat } = world.openP2p(b.alice.userId, { type: 'app', appId: app.appId });
		const divider = { type: 'divider', params: { divider_text: { text: 'New session' } } };
		expect((await b.send('system', divider, { chat })).body.code).toBe(0);
		app.scopes = ['im:message'];
		expect((await b.send('system', divider, { chat })).body.code).toBe(230027);
	});
});
