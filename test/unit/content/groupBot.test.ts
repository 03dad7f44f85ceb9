import { groupBotMessage, splitForGroupBot } from '../../../nodes/shared/content/groupBot';
import { checkKeyword } from '../../../nodes/shared/content/keyword';
import type { MessageContent } from '../../../nodes/shared/content/message';
import { textContent } from '../../../nodes/shared/content/text';

const message = (msg_type: string, content: object) =>
	({ msg_type, content: JSON.stringify(content) }) as MessageContent;
const card = (json: object) => message('interactive', json);
const button = (more: object) => card({ elements: [{ tag: 'button', ...more }] });

describe('a message of a group bot', () => {
	it.each([
		[message('text', { text: 'Hi' }), { msg_type: 'text', content: { text: 'Hi' } }],
		[
			message('post', { en_us: { content: [[{ tag: 'text', text: 'a', style: ['bold'] }]] } }),
			{
				msg_type: 'post',
				content: { post: { en_us: { content: [[{ tag: 'text', text: 'a' }]] } } },
			},
		],
		[
			message('image', { image_key: 'img_1' }),
			{ msg_type: 'image', content: { image_key: 'img_1' } },
		],
		[
			message('share_chat', { chat_id: 'oc_1' }),
			{ msg_type: 'share_chat', content: { share_chat_id: 'oc_1' } },
		],
		[
			card({ schema: '2.0', body: { elements: [] } }),
			{ msg_type: 'interactive', card: { schema: '2.0', body: { elements: [] } } },
		],
	])('of %j has objects, and no styles in rich text', (given, expected) => {
		expect(groupBotMessage(given)).toEqual(expected);
	});

	it('cannot have files below its text', () => {
		const files = [{ key: 'file_1' }];
		const post = message('post', { en_us: { content: [[{ tag: 'text', text: 'a' }]] }, files });
		expect(() => groupBotMessage(post)).toThrow(/a group bot attaches no files/);
	});

	it.each([
		button({ url: 'https://example.com', value: { a: 1 } }),
		button({ multi_url: { url: 'https://example.com' }, value: { a: 1 } }),
		button({ url: 'https://example.com', value: {} }),
		button({ behaviors: [{ type: 'open_url', default_url: 'https://example.com' }] }),
		card({ elements: [{ tag: 'table', rows: [{ tag: 'form' }] }] }),
		card({ type: 'template', data: { template_id: 'AAq', template_variable: { tag: 'input' } } }),
	])('can be the card %j', (given) => {
		expect(groupBotMessage(given).msg_type).toBe('interactive');
	});

	it.each([
		button({ value: { a: 1 } }),
		button({ behaviors: [{ type: 'open_url' }, { type: 'callback', value: 'a' }] }),
		card({ elements: [{ tag: 'form', elements: [] }] }),
		card({
			schema: '2.0',
			body: { elements: [{ tag: 'column_set', columns: [{ elements: [{ tag: 'input' }] }] }] },
		}),
		card({ type: 'card', data: { card_id: '1' } }),
	])('cannot be the card %j, which needs an app', (given) => {
		expect(() => groupBotMessage(given)).toThrow(/^A group bot cannot send this card: /);
	});

	it.each([
		['ou_1', true],
		['all', true],
		['a1b2c3d4', true],
		['on_1', false],
		['ada@example.com', false],
	])('can mention %s: %s', (id, can) => {
		const messages = [
			message('text', { text: `<at user_id="${id}">Ada</at> Hi` }),
			message('post', { en_us: { content: [[{ tag: 'at', user_id: id }]] } }),
			card({ elements: [{ tag: 'markdown', content: `Hi <at id=${id}></at>` }] }),
		];
		for (const given of messages) {
			const made = () => groupBotMessage(given);
			if (can) expect(made).not.toThrow();
			else expect(made).toThrow(`A group bot cannot mention "${id}"`);
		}
	});

	it('has room for 20 KB, counted in bytes with the signature', () => {
		const rest = JSON.stringify({ msg_type: 'text', content: { text: '' } }).length;
		const ofBytes = (bytes: number) => message('text', { text: 'x'.repeat(bytes - rest) });
		expect(() => groupBotMessage(ofBytes(20_224))).not.toThrow();
		expect(() => groupBotMessage(ofBytes(20_225))).toThrow(
			'Text is too long for a group bot: 20225 bytes of at most 20224',
		);
		expect(() => groupBotMessage(message('text', { text: '中'.repeat(7_000) }))).toThrow(
			/too long/,
		);
	});

	it('is split so that each part fits, with nothing lost', () => {
		const text = Array.from({ length: 3_000 }, (_, n) => `line ${n} "中"`).join('\n');
		const parts = splitForGroupBot(text, textContent);
		for (const part of parts) expect(() => groupBotMessage(part)).not.toThrow();
		const texts = parts.map(({ content }) => (JSON.parse(content) as { text: string }).text);
		expect(texts.join('\n')).toBe(text);
	});
});

describe('the keywords of a group bot', () => {
	const text = { msg_type: 'text', content: { text: 'Disk alert' } };

	it.each([
		[text, []],
		[text, ['Alert']],
		[text, ['Deploy', 'disk']],
		[{ msg_type: 'interactive', card: { elements: [{ content: 'Deploy' }] } }, ['Deploy']],
		[{ msg_type: 'image', content: { image_key: 'img_1' } }, ['Deploy']],
		[{ msg_type: 'interactive', card: { type: 'template', data: {} } }, ['Deploy']],
	])('let %j pass for %j', (given, keywords) => {
		expect(() => checkKeyword(given, keywords)).not.toThrow();
	});

	it('stop a message that has none of them', () => {
		expect(() => checkKeyword(text, ['Deploy', 'Build'])).toThrow(
			'The message has none of the keywords of the group bot: Deploy, Build',
		);
	});
});
