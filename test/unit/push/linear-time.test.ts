import { MAX_BODY_BYTES } from '../../../nodes/LarkTrigger/readBody';
import { eventKeyOf } from '../../../nodes/shared/push/eventKey';
import { openPush } from '../../../nodes/shared/push/openPush';
import { isFresh, readSignature, SIGNATURE_HEADERS } from '../../../nodes/shared/push/signature';
import { filled, growth, LIMIT, processorMs } from '../../support/growth';
import { encrypt, messageEvent, NOW, SECRETS, signed, unsigned } from './pushes';

/** Half of the largest push that is read. */
const SIZE = MAX_BODY_BYTES / 2 - 1_000;

/** What means something in JSON, in Base64 and in headers, and some things that mean nothing. */
const UNITS = [
	...[' ', '\n', '\0', 'a', '1', '部', '{', '}', '[', ']', '"', '\\', ',', ':', '{"a":', '[[],'],
	...['{},', '"a",', '\\u0000', '1e9', '=', '+', '/', '-', '9'],
];

const event = (text: string) => ({ ...messageEvent(), event: { text } });
const opened = (body: unknown) => openPush(signed(body), SECRETS, NOW);

/** Each takes a hostile text of a size that a push can have. */
const READERS: Record<string, (text: string) => unknown> = {
	'a body': (text) => opened(text),
	'a body without a signature': (text) => openPush(unsigned(text), SECRETS, NOW),
	'an open event': (text) => opened(`{"schema":"2.0","header":{},"event":${text}`),
	'an event': (text) => opened(event(text)),
	'an encrypted event': (text) => opened(encrypt(event(text))),
	'what is encrypted': (text) => opened(encrypt(text)),
	'what should be encrypted': (text) => opened({ encrypt: text }),
	'a token': (text) => opened(messageEvent(text)),
	'a challenge': (text) => opened({ type: 'url_verification', token: '', challenge: text }),
	'an event without an ID': (text) =>
		eventKeyOf({ type: 'a', id: '', payload: { event: { message: { message_id: text } } } }),
	'headers of a signature': (text) =>
		readSignature(Object.fromEntries(Object.values(SIGNATURE_HEADERS).map((name) => [name, text]))),
	'a timestamp': (text) => isFresh(text, NOW),
};

describe('the time for a push', () => {
	it.each(Object.entries(READERS))('grows no faster than %s', async (_name, read) => {
		const slow: string[] = [];
		for (const unit of UNITS) {
			if ((await growth((size) => read(filled(unit, size)), SIZE / 4)) >= LIMIT) slow.push(unit);
		}
		expect(slow).toEqual([]);
	});

	it.each(Object.entries(READERS))('is short for the largest one, by %s', async (_name, read) => {
		for (const unit of ['[', '{"a":', '"', '\\', 'a']) {
			expect(await processorMs(() => read(filled(unit, SIZE)))).toBeLessThan(1_500);
		}
	});
});
