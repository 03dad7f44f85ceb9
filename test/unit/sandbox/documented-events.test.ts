import { documentedEvents } from '../../../sandbox/events/documented-event';
import { receivedContents } from '../../../sandbox/content/received';
import { readEnvelope } from '../../../nodes/shared/push/envelope';
import { receive } from './delivery-receiver';
import { bench, type SandboxSetup } from './support';

/** A request URL of the default app, which has no Encrypt Key, that keeps what is pushed. */
async function subscribed(b: SandboxSetup) {
	const bodies: string[] = [];
	const { url } = await receive(({ body }) => {
		const { challenge } = JSON.parse(body) as { challenge?: string };
		if (!challenge) bodies.push(body);
		return { body: JSON.stringify({ challenge }) };
	});
	await b.sandbox.subscribe(b.sandbox.app.appId, url);
	const next = async () => {
		const deadline = Date.now() + 4_000;
		while (bodies.length === 0 && Date.now() < deadline) await new Promise(setImmediate);
		return JSON.parse(bodies.shift() ?? 'null') as Record<string, unknown>;
	};
	return { next };
}

const plainApp = { seed: { app: { encryptKey: '' } } };

describe('every documented event', () => {
	it('is one of 17 events and 2 callbacks', () => {
		expect(documentedEvents.filter(({ kind }) => kind === 'event')).toHaveLength(17);
		expect(documentedEvents.filter(({ kind }) => kind === 'callback')).toHaveLength(2);
	});

	it('is pushed in its own envelope, with the fields of its example', async () => {
		const b = await bench(plainApp);
		const { next } = await subscribed(b);
		for (const { type, schema, example } of documentedEvents) {
			b.sandbox.pushEvent(type);
			const pushed = await next();
			expect(pushed.schema).toBe(schema === '1.0' ? undefined : '2.0');
			expect(pushed.event).toMatchObject(example.event);
			expect(readEnvelope(pushed as never)).toMatchObject({ kind: 'event', event: { type } });
		}
	});

	it('is refused with a field that the contract does not have', async () => {
		const b = await bench(plainApp);
		const { pushEvent } = b.sandbox;
		expect(() => pushEvent('im.chat.disbanded_v1', { chat: 'oc_1' })).toThrow(
			'chat is not a field',
		);
		expect(() => pushEvent('im.chat.disbanded_v1', { chat_id: 1 })).toThrow(
			'chat_id must be string',
		);
		expect(() => pushEvent('im.chat.burned_v1')).toThrow('There is no event im.chat.burned_v1');
	});
});

describe('every received message type', () => {
	it('can be written by a person, and is pushed', async () => {
		const b = await bench(plainApp);
		const { next } = await subscribed(b);
		expect(receivedContents).toHaveLength(21);
		for (const [msgType, [content]] of receivedContents) {
			b.sandbox.say({ from: b.alice, chat: b.group.chatId, received: { msgType, content } });
			const { event } = await next();
			expect(event).toMatchObject({
				message: { message_type: msgType, content: JSON.stringify(content) },
			});
		}
	});

	it('makes a sticker known, so that the bot can send it', async () => {
		const b = await bench(plainApp);
		const received = { msgType: 'sticker', content: { file_key: 'sticker-of-alice' } };
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, received });
		expect(b.sandbox.world.resource('sticker-of-alice')).toMatchObject({ kind: 'sticker' });
	});

	it('is refused when the documentation does not have it', async () => {
		const b = await bench(plainApp);
		const [from, chat] = [b.alice, b.group.chatId];
		const sayOf = (msgType: string, content: object) => () =>
			b.sandbox.say({ from, chat, received: { msgType, content } });
		expect(sayOf('hologram', {})).toThrow('There is no message type hologram');
		expect(sayOf('location', { place: 'here' })).toThrow('has no field place');
	});
});
