import { receivedContents } from '../../../sandbox/content/received';
import { MESSAGE_TYPES, readReceivedContent } from '../../../nodes/shared/events/reading';
import { textOf, TEXTS } from './contents';

describe('received content', () => {
	it('knows every type that Lark documents', () => {
		expect([...MESSAGE_TYPES].sort()).toEqual(receivedContents.map(([type]) => type).sort());
		expect(Object.keys(TEXTS)).toHaveLength(21);
	});

	it.each(receivedContents)('reads %s', (type, examples) => {
		expect(examples.map((example) => textOf(type, example).text)).toEqual(TEXTS[type]);
		expect(examples.map((example) => textOf(type, example).content)).toEqual(examples);
	});

	it('reads forwarded messages that are no JSON', () => {
		const words = 'Merged and Forwarded Message';
		expect(textOf('merge_forward', words)).toEqual({
			content: words,
			text: words,
			attachments: [],
		});
	});

	it('gives what can be downloaded, with key, type and name', () => {
		const key = '75235e0c-4f92-430a-a99b-8446610223cg';
		const image = { key: 'img_47354fbc-a159-40ed-86ab-2ad0f1acb42g', type: 'image' };
		const attachments = receivedContents.flatMap(([type, [example]]) => {
			const found = textOf(type, example).attachments;
			return found.length > 0 ? [[type, ...found]] : [];
		});
		expect(attachments).toEqual([
			['post', image],
			['image', { key: 'img_4adb3cc3-902b-4187-b0f1-842f67fd017g', type: 'image' }],
			['file', { key, type: 'file', name: 'test.txt' }],
			['audio', { key, type: 'file', duration: 2000 }],
			['media', { key, type: 'file', name: 'video.mp4', duration: 2000 }],
		]);
	});

	it('reads a card in the form in which it was sent, too', () => {
		const card = {
			schema: '2.0',
			header: { title: { tag: 'plain_text', content: 'Release 1.2' } },
			body: {
				elements: [
					{ tag: 'markdown', content: 'Ready for **prod**?' },
					{ tag: 'button', text: { tag: 'plain_text', content: 'Approve' } },
					{ tag: 'img', img_key: 'img_1' },
				],
			},
		};
		expect(textOf('interactive', card)).toMatchObject({
			text: 'Release 1.2\nReady for **prod**?\n[Button: Approve]\n[Image]',
			// Lark refuses their download: 234043.
			attachments: [],
		});
	});

	it('does not follow content that is nested thousands deep', () => {
		const deep = `{"elements":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
		for (const type of ['interactive', 'post', 'todo']) {
			expect(readReceivedContent(type, deep)).toMatchObject({ content: deep, attachments: [] });
		}
	});

	it.each([
		['text', '{}', ''],
		['text', 'null', 'null'],
		['text', '', ''],
		['post', '{"content":"x"}', ''],
		['vote', '{"options":{}}', '[Vote]'],
		['audio', '{"duration":"long"}', '[Audio]'],
		['interactive', '{"elements":[[null,1]]}', '[Card]'],
		['hologram', '{"text":"hi"}', 'hi'],
		['hologram', '{"depth":3}', '[hologram]'],
		['constructor', '{}', '[constructor]'],
	])('reads %s %s without failing', (type, content, expected) => {
		expect(readReceivedContent(type, content).text).toBe(expected);
	});
});
