import { MAX_REQUEST_BYTES, requestBytes } from '../../../nodes/shared/content/message';
import { textContent, textMessages } from '../../../nodes/shared/content/text';

describe('textContent', () => {
	it('is a string of JSON, as the send endpoint takes it', () => {
		const text = 'Line 1\nLine "2" <at user_id="all"></at> 你好';
		const { msg_type, content } = textContent(text);
		expect(msg_type).toBe('text');
		expect(JSON.parse(content)).toEqual({ text });
	});

	it.each(['', '  \n'])('refuses the empty text %j', (text) => {
		expect(() => textContent(text)).toThrow('Text is empty');
	});

	it('refuses what makes a request longer than 150 KB, in bytes and as it travels', () => {
		const room = MAX_REQUEST_BYTES.text - requestBytes('{"text":""}');
		expect(() => textContent('a'.repeat(room))).not.toThrow();
		expect(() => textContent('a'.repeat(room + 1))).toThrow(
			`Text is too long: ${MAX_REQUEST_BYTES.text + 1} bytes of at most ${MAX_REQUEST_BYTES.text}`,
		);
		expect(() => textContent('好'.repeat(room / 2))).toThrow(/too long/);
		expect(() => textContent('"'.repeat(room / 3))).toThrow(/too long/);
	});
});

describe('textMessages', () => {
	it('is one message as long as the text fits', () => {
		expect(textMessages('Hello')).toEqual([textContent('Hello')]);
	});

	it('is several messages in order when it does not, and keeps what looks like a fence', () => {
		const lines = Array.from({ length: 20_000 }, (_, n) => `\`\`\` line "${n}" 好`);
		const messages = textMessages(lines.join('\n'));
		expect(messages.length).toBeGreaterThan(2);
		const texts = messages.map(({ content }) => (JSON.parse(content) as { text: string }).text);
		expect(texts.join('\n')).toBe(lines.join('\n'));
		for (const { content } of messages) {
			expect(requestBytes(content)).toBeLessThanOrEqual(MAX_REQUEST_BYTES.text);
		}
	});

	it('refuses an empty text, however long', () => {
		expect(() => textMessages(' '.repeat(200_000))).toThrow('Text is empty');
	});
});
