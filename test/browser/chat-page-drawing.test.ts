import { openSandboxPage, type SandboxPage } from './harness/sandbox-page';
import { screenshot } from './harness';

jest.setTimeout(60_000);

const text = (content: string) => ({ tag: 'plain_text', content });
const markdown = (content: string) => ({ tag: 'lark_md', content });
const two = (...elements: object[]) => ({ schema: '2.0', body: { elements } });

/** What begins something that has no end. */
const HOSTILE_PIECES = [
	'**a',
	'*',
	'~~ ',
	'`',
	'[',
	'![](',
	'<b>',
	'<at id=',
	'<a ',
	'&#',
	':a',
	'> ',
	'- a\n',
	'  - a\n',
	'|',
	'a|b\n',
	'```\n',
	'\\',
];

describe('the chat page', () => {
	let setup: SandboxPage;

	beforeAll(async () => (setup = await openSandboxPage()));
	afterAll(async () => await setup?.close());

	/** The drawn content of a new message. */
	const drawn = async (msgType: string, content: object) => {
		const before = await setup.page.getByRole('article').count();
		await setup.send(msgType, content);
		const article = setup.page.getByRole('article').nth(before);
		await article.waitFor();
		return article.locator('.content');
	};
	const bobId = () => setup.sandbox.openIdOf(setup.sandbox.world.users[1]);

	it('draws a card with its colour, side-by-side fields, an image, buttons and a note', async () => {
		const card = await drawn('interactive', {
			header: { title: text('Disk full'), subtitle: text('db-1'), template: 'red' },
			elements: [
				{
					tag: 'div',
					text: markdown(`**95 %** used, <at id=${bobId()}></at>`),
					fields: ['Service', 'Region'].map((name) => ({ is_short: true, text: markdown(name) })),
				},
				{ tag: 'hr' },
				{
					tag: 'action',
					actions: [
						{ tag: 'button', text: text('Runbook'), url: 'https://example.com/' },
						{ tag: 'button', text: text('Stop'), type: 'danger', value: { stop: true } },
					],
				},
				{ tag: 'note', elements: [text('From the monitoring')] },
			],
		});
		await card.getByRole('heading', { name: 'Disk full' }).waitFor();
		const colorOf = async (selector: string, property: string) =>
			await setup.page.evaluate<string>(
				`getComputedStyle(document.querySelector('${selector}')).${property}`,
			);
		expect(await colorOf('.card header', 'backgroundColor')).not.toBe('rgba(0, 0, 0, 0)');
		expect(await colorOf('.card header', 'getPropertyValue("--template")')).toBe(
			await colorOf('.card header', 'getPropertyValue("--red")'),
		);
		const [service, region] = await card
			.locator('.field')
			.evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect()));
		expect([service.top, service.right <= region.left]).toEqual([region.top, true]);
		expect(await card.locator('.mention').innerText()).toBe('@Bob Miller');
		expect(await card.locator('b').innerText()).toBe('95 %');
		expect(await card.getByRole('link', { name: 'Runbook' }).getAttribute('href')).toBe(
			'https://example.com/',
		);
		await card.getByRole('button', { name: 'Stop' }).waitFor();
		await card.getByRole('separator').waitFor();
		expect(await card.locator('.note').innerText()).toContain('From the monitoring');
	});

	it('draws the Markdown of a card: headings, lists, quotes, code, tables', async () => {
		const content = [
			'# Big\n## Smaller\nwith `code`, ~~old~~, *slanted* :OK: \\*plain\\*',
			'- one\n  - inner\n- two\n\n3. third',
			'> quoted\n\n```js\nconst a = `<b>`;\n```',
			'| Item | Price |\n|:--|--:|\n| Cake | 4.10 |\n| a \\| b | **5** |',
		].join('\n\n');
		const card = await drawn('interactive', two({ tag: 'markdown', content }));
		const words = async (selector: string) => await card.locator(selector).allInnerTexts();
		expect(await words('.level-1, .level-2')).toEqual(['Big', 'Smaller']);
		expect(await words('.markdown > p')).toEqual(['with code, old, slanted 👌 *plain*']);
		expect([await words('code'), await words('s'), await words('i')]).toEqual([
			['code'],
			['old'],
			['slanted'],
		]);
		expect(await words('ul ul li')).toEqual(['inner']);
		expect(await card.locator('ol').getAttribute('start')).toBe('3');
		expect(await words('blockquote')).toEqual(['quoted']);
		expect(await words('pre.code')).toEqual(['const a = `<b>`;']);
		expect(await words('th')).toEqual(['Item', 'Price']);
		expect(await words('td')).toEqual(['Cake', '4.10', 'a | b', '5']);
	});

	it('draws columns, tables, containers and panels, and names what it does not know', async () => {
		const column = (content: string) => ({
			tag: 'column',
			width: 'weighted',
			weight: 1,
			elements: [{ tag: 'markdown', content }],
		});
		const card = await drawn(
			'interactive',
			two(
				{ tag: 'column_set', columns: [column('left'), column('right')] },
				{
					tag: 'table',
					columns: [
						{ name: 'who', display_name: 'Person', data_type: 'persons' },
						{ name: 'state', display_name: 'State', data_type: 'options' },
					],
					rows: [{ who: bobId(), state: [{ text: 'Done', color: 'green' }] }],
				},
				{
					tag: 'interactive_container',
					elements: [{ tag: 'markdown', content: 'in a container' }],
				},
				{
					tag: 'collapsible_panel',
					header: { title: text('More') },
					elements: [{ tag: 'markdown', content: 'folded' }],
				},
				{ tag: 'chart', chart_spec: {} },
			),
		);
		const [left, right] = await card
			.locator('.column')
			.evaluateAll((columns) => columns.map((each) => each.getBoundingClientRect()));
		expect([left.top, left.right <= right.left]).toEqual([right.top, true]);
		expect(await card.locator('td').allInnerTexts()).toEqual(['Bob Miller', 'Done']);
		await card.locator('.container', { hasText: 'in a container' }).waitFor();
		const folded = card.locator('.fold p', { hasText: 'folded' });
		expect(await folded.isVisible()).toBe(false);
		await card.locator('summary', { hasText: 'More' }).click();
		await folded.waitFor();
		await card.getByText('[chart]').waitFor();
	});

	it('draws links and styles in texts of a bot', async () => {
		const said = await drawn('text', {
			text: `<at user_id="${bobId()}"></at> [the board](https://example.com/b?x=1) is <b>red</b> <u>now</u>, <at user_id="all"></at>`,
		});
		expect(await said.innerText()).toBe('@Bob Miller the board is red now, @everyone');
		expect(await said.getByRole('link').getAttribute('href')).toBe('https://example.com/b?x=1');
		expect(await said.locator('b, u').allInnerTexts()).toEqual(['red', 'now']);
	});

	it('draws what a person writes as it is written', async () => {
		const { sandbox, page } = setup;
		const [chat] = sandbox.world.chats;
		const words = 'a <b>tag</b>, a [link](https://example.com) and **stars**';
		sandbox.say({ from: sandbox.world.users[1], chat: chat.chatId, text: words });
		await page.getByText(words).waitFor();
	});

	it('draws shared chats, people and stickers', async () => {
		const { sandbox, page } = setup;
		const [, team] = sandbox.world.chats;
		const chat = await drawn('share_chat', { chat_id: team.chatId });
		expect(await chat.innerText()).toContain('Product Team');
		const person = await drawn('share_user', { user_id: bobId() });
		expect(await person.innerText()).toContain('Bob Miller');
		const received = { msgType: 'sticker', content: { file_key: 'v3_00sticker_thumbs_up' } };
		const [from] = sandbox.world.users;
		sandbox.say({ from, chat: sandbox.world.chats[0].chatId, received });
		await page.getByRole('img', { name: 'Sticker' }).waitFor();
		await chat.getByRole('button', { name: 'Open the group' }).click();
		await page.getByRole('heading', { name: 'Product Team' }).waitFor();
		await page.goBack();
		await page.getByRole('heading', { name: 'Incident Response' }).waitFor();
	});

	it('draws what was forwarded, and the files below a post', async () => {
		const { sandbox, page, call } = setup;
		const { world, app } = sandbox;
		const [{ chatId }] = world.chats;
		const asked = sandbox.say({ from: world.users[1], chat: chatId, text: 'Is it up?' });
		const answer = await setup.send('text', { text: 'It is' });
		await call('POST', 'im/v1/messages/merge_forward?receive_id_type=chat_id', {
			receive_id: chatId,
			message_id_list: [asked.messageId, answer],
		});
		const forwarded = page.getByRole('article').filter({ hasText: 'Forwarded messages' });
		await forwarded.getByText('Bob Miller: Is it up?').waitFor();
		await forwarded.getByText('Workflow Bot: It is').waitFor();
		world.addResource({
			key: 'file_v3_report',
			kind: 'file',
			type: 'pdf',
			owner: { type: 'app', appId: app.appId },
			fileName: 'report.pdf',
			contentType: 'application/pdf',
			bytes: Buffer.from('%PDF'),
		});
		const files = [{ key: 'file_v3_report' }];
		const post = { en_us: { title: 'Month', content: [[{ tag: 'text', text: 'Below' }]] }, files };
		const link = (await drawn('post', post)).getByRole('link');
		expect(await link.innerText()).toContain('report.pdf');
	});

	it('offers the follow-ups of a bot, and sends the one that is pressed', async () => {
		const { sandbox, page, call } = setup;
		const { world, app } = sandbox;
		const [alice] = world.users;
		const { chatId } = world.openP2p(alice.userId, { type: 'app', appId: app.appId });
		const question = await setup.send('text', { text: 'Shall I deploy?' }, chatId);
		const follow_ups = [{ content: 'Yes, please' }, { content: 'Later' }];
		await call('POST', `im/v1/messages/${question}/push_follow_up`, { follow_ups });
		await page.getByRole('button', { name: 'with Workflow Bot' }).click();
		await page.getByRole('button', { name: 'Yes, please' }).click();
		const sent = page.getByRole('article').filter({ hasText: 'Alice Chen (you)' });
		await sent.getByText('Yes, please').waitFor();
		await page.getByRole('button', { name: 'Incident Response' }).click();
		await page.getByRole('heading', { name: 'Incident Response' }).waitFor();
	});

	it('shows threads, reactions, pins and readers', async () => {
		const { sandbox, page, call } = setup;
		const { world } = sandbox;
		const root = await setup.send('text', { text: 'The root' });
		const reply = { msg_type: 'text', content: '{"text":"Below"}', reply_in_thread: true };
		await call('POST', `im/v1/messages/${root}/reply`, reply);
		const reaction = { reaction_type: { emoji_type: 'THUMBSUP' } };
		await call('POST', `im/v1/messages/${root}/reactions`, reaction);
		await call('POST', 'im/v1/pins', { message_id: root });
		const article = page.getByRole('article').filter({ hasText: 'The root' }).first();
		await article.getByText('🧵 Thread · 1 reply').waitFor();
		await article.getByRole('article').filter({ hasText: 'Below' }).waitFor();
		await article.getByRole('button', { name: 'THUMBSUP: Workflow Bot' }).waitFor();
		await article.getByText('Pinned by Workflow Bot').waitFor();
		const [, bob] = world.users;
		sandbox.say({ from: bob, chat: world.chats[0].chatId, text: 'Seen' });
		await article.getByText('Read by 2 of 6').first().waitFor();
		await screenshot(page, 'chat-page.png', { width: 1280, height: 1600 });
	});

	it('never makes markup, a script or a foreign request of a hostile message', async () => {
		const { sandbox, page } = setup;
		const attack =
			'<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>[x](javascript:window.hacked=1)<a href="javascript:window.hacked=1">y</a>![z](https://evil.example/z.png)';
		const elements = [
			{
				tag: 'markdown',
				content: `# ${attack}\n- ${attack}\n> ${attack}\n\n| ${attack} |\n|--|\n| ${attack} |`,
			},
			{ tag: 'div', text: markdown(attack), fields: [{ text: markdown(attack) }] },
			{ tag: 'button', text: text(attack), url: 'javascript:window.hacked=1' },
			{
				tag: 'select_static',
				placeholder: text(attack),
				options: [{ text: text(attack), value: attack }],
			},
			{ tag: 'input', label: text(attack), default_value: attack },
			{ tag: 'person', user_id: attack },
			{ tag: attack, elements: [null, 1, [[]], { tag: 'constructor' }] },
			{
				tag: 'table',
				columns: [{ name: '__proto__', display_name: attack }],
				rows: [{ a: attack }],
			},
			{ tag: 'column_set', columns: [null, { elements: 'none' }] },
			{ tag: 'img', img_key: '../../sandbox/state', alt: text(attack) },
		];
		const cards = [
			{ header: { title: text(attack), template: attack }, elements },
			{ type: 'template', data: { template_id: attack, template_variable: { a: attack } } },
		];
		for (const card of cards) await drawn('interactive', card);
		await drawn('text', { text: attack });
		await drawn('post', {
			en_us: {
				title: attack,
				content: [[{ tag: 'md', text: attack }], [{ tag: 'text', text: attack }]],
			},
		});
		const [from] = sandbox.world.users;
		const chat = sandbox.world.chats[0].chatId;
		sandbox.say({ from, chat, text: attack, file: { name: attack, bytes: Buffer.from('x') } });
		const received = { msgType: 'vote', content: { topic: attack, options: [attack] } };
		sandbox.say({ from, chat, received });
		await page.getByText(/🗳 Vote/).waitFor();
		await page.waitForTimeout(300);
		expect(await page.evaluate<boolean>(`'hacked' in window`)).toBe(false);
		expect(await page.locator('[href^="javascript" i], script:not([src]), [onerror]').count()).toBe(
			0,
		);
		expect(setup.faults).toEqual([]);
	});

	it('shows the JSON of a card that cannot be drawn, and goes on', async () => {
		const { page, send } = setup;
		let deep: object = markdown('deep');
		for (let i = 0; i < 800; i++) deep = { tag: 'form', elements: [deep] };
		const { length } = await page.getByRole('article').all();
		await send('interactive', { elements: [deep] });
		const card = page.getByRole('article').nth(length);
		await card
			.getByText(/This Card cannot be drawn|deep/)
			.first()
			.waitFor({ state: 'attached' });
		await send('interactive', { elements: [{ tag: 'person_list', persons: 5 }] });
		await page.getByText('This Card cannot be drawn').last().waitFor();
		await send('text', { text: 'Still here' });
		await page.getByText('Still here').waitFor();
	});

	it('draws a large hostile text in time that grows with its length', async () => {
		const { page } = setup;
		const took = async (length: number) =>
			await page.evaluate<number>(`(async () => {
				const { blocks } = await import('/text/blocks.js');
				const draw = { tags: true, markdown: true, nameOf: (id) => id };
				const start = performance.now();
				for (const piece of ${JSON.stringify(HOSTILE_PIECES)}) {
					blocks(piece.repeat(${length} / piece.length), draw);
				}
				return performance.now() - start;
			})()`);
		await took(5_000);
		const [short, long] = [await took(15_000), await took(60_000)];
		expect(long).toBeLessThan(Math.max(short, 30) * 10);
	});
});
