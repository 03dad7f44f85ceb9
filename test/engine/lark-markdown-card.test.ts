import { byAddress } from './lark-node';
import { useSending } from './sending';

const TABLE = '| Service | State |\n| --- | --- |\n| checkout | **down** |';
const tables = (count: number) =>
	Array.from({ length: count }, (_, index) => TABLE.replace('checkout', `s${index}`)).join('\n\n');

describe('Lark node: Markdown with tables', () => {
	const setup = useSending();
	const { send, stored, refused, uploaded } = setup;
	const card = (content: string, title?: string) => ({
		type: 'interactive',
		content: {
			schema: '2.0',
			...(title && {
				header: { title: { tag: 'plain_text', content: title }, template: 'blue' },
			}),
			body: { elements: [{ tag: 'markdown', content }] },
		},
	});
	const idOf = (n: number) => setup.lark.sandbox.openIdOf(setup.lark.sandbox.world.users[n]);

	it('sends a text with a table as a card, with title, headings and code', async () => {
		const markdown = `# Status\n\n${TABLE}\n\n\`\`\`sh\nls\n\`\`\``;
		expect(await stored('markdown', { markdown, options: { title: 'Night' } })).toEqual([
			card(markdown, 'Night'),
		]);
	});

	it('says in its output what the card says, of which Lark gives back nothing', async () => {
		const { items } = await send('markdown', { markdown: `See:\n\n${TABLE}` });
		expect(items[0].json.text).toMatch(/See:[^]*checkout[^]*down/);
	});

	it.each([
		['Rich Text', 'post', TABLE, 'post', 'checkout | **down**'],
		['Card', 'card', '# Hi', 'interactive', '# Hi'],
	])('sends as %s what is to be one', async (_name, markdownAs, markdown, type, text) => {
		const [message] = await stored('markdown', { markdown, options: { markdownAs } });
		expect(message.type).toBe(type);
		const expected = type === 'post' ? text.replaceAll('*', '') : text;
		expect(JSON.stringify(message.content)).toContain(expected);
	});

	it('mentions people, shows images by key, and gives the address of others', async () => {
		const key = uploaded('img_v3_1', 'image', 'message');
		const markdown = `@1: ![chart](${key})\n\n![cat](https://a.example/c.png)\n\n${TABLE}`;
		const mentions = { mention: [{ person: byAddress(idOf(0)) }] };
		const [{ content }] = await stored('markdown', { markdown, mentions });
		expect(content.body).toEqual({
			elements: [
				{ tag: 'markdown', content: `<at id=${idOf(0)}></at>:` },
				{ tag: 'img', img_key: key, alt: { tag: 'plain_text', content: '' } },
				{ tag: 'markdown', content: `[cat](https://a.example/c.png)\n\n${TABLE}` },
			],
		});
	});

	it('writes the tables beyond the third one into code, since Lark would refuse the card', async () => {
		const cardJson = JSON.stringify({
			schema: '2.0',
			body: { elements: [{ tag: 'markdown', content: tables(4) }] },
		});
		const { error } = await send('interactive', { cardSource: 'json', cardJson });
		expect(error).toMatchObject({
			description: expect.stringContaining('3 tables'),
		});

		const [{ content }] = await stored('markdown', { markdown: tables(4) });
		const text = JSON.stringify(content);
		expect(text.match(/\| --- \| --- \|/g)).toHaveLength(3);
		expect(text).toContain('```\\nService | State\\n--------|------\\ns3      | down\\n```');
	});

	it('sends one card for every three tables when it may split', async () => {
		const messages = await stored('markdown', { markdown: tables(5), options: { split: true } });
		expect(messages).toEqual([
			card(tables(5).split('\n\n').slice(0, 3).join('\n\n')),
			card(tables(5).split('\n\n').slice(3).join('\n\n')),
		]);
	});

	it('splits a table that is longer than a card, and repeats its header', async () => {
		const row = '| checkout | a sentence about what has happened here |\n';
		const markdown = `${TABLE}\n${row.repeat(1_000)}`;
		const messages = await stored('markdown', { markdown, options: { split: true } });
		expect(messages.length).toBeGreaterThan(1);
		for (const { type, content } of messages) {
			expect(type).toBe('interactive');
			expect(JSON.stringify(content)).toContain('| Service | State |\\n| --- | --- |');
		}
	});

	it('answers with a card, too', async () => {
		const { items } = await send('text', { text: 'Status?' });
		const { error } = await setup.lark.run({
			resource: 'message',
			operation: 'reply',
			messageId: items[0].json.message_id as string,
			msgType: 'markdown',
			markdown: TABLE,
		});
		expect(error).toBeUndefined();
		expect(setup.group.messages.at(-1)?.msgType).toBe('interactive');
	});

	it('edits a rich text into rich text, which Lark turns into no card', async () => {
		const { items } = await send('markdown', { markdown: 'Waiting' });
		const { error } = await setup.lark.run({
			resource: 'message',
			operation: 'edit',
			messageId: items[0].json.message_id as string,
			msgType: 'markdown',
			markdown: TABLE,
		});
		expect(error).toBeUndefined();
		expect(setup.group.messages[0]).toMatchObject({ msgType: 'post', edits: 1 });
		expect(setup.group.messages[0].content).toContain('Service  | State');
	});

	it('shows Markdown in the body of a card from the form, and updates a card with it', async () => {
		const [{ content }] = await stored('interactive', { cardBody: `# Now\n\n${tables(4)}` });
		expect(JSON.stringify(content).match(/\| --- \| --- \|/g)).toHaveLength(3);
		const [message] = setup.group.messages;
		const { error } = await setup.lark.run({
			resource: 'message',
			operation: 'updateCard',
			messageId: message.messageId,
			cardBody: TABLE,
		});
		expect(error).toBeUndefined();
		expect(JSON.parse(message.sentContent)).toEqual(card(TABLE).content);
	});

	it.each([
		[{ markdown: TABLE, options: { markdownAs: '={{ "table" }}' } }, /^Send As/],
		[{ markdown: `${TABLE}\n\n${'a'.repeat(31_000)}` }, /^Markdown is too long/],
		[
			{ markdown: '![](img_1)\n'.repeat(201), options: { markdownAs: 'card' } },
			/^Markdown has too many images and rules/,
		],
	])('refuses %# before anything is sent', async (fields, message) => {
		await refused('markdown', fields, message);
	});
});
