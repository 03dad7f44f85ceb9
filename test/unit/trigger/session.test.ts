import fc from 'fast-check';

import { conversationOf } from '../../../nodes/shared/events/conversation';
import { readMessage } from '../../../nodes/shared/events/message';
import {
	findSession,
	mergeSessions,
	type Sessions,
} from '../../../nodes/shared/trigger/sessions/session';
import { BOT, received } from '../events/messages';

const HOUR = 60 * 60 * 1000;

const sessionId = (sessions: Sessions, conversation: string, time: number, timeout: number) =>
	findSession(sessions, conversation, { time, timeout }).id;

function conversation(message: object, sender = {}): string {
	const read = readMessage(received({ message, sender }), BOT);
	if (!read) throw new Error('This is no message');
	return conversationOf(read);
}

describe('a session', () => {
	it('belongs to a person in a direct chat, to a topic or a group elsewhere', () => {
		expect(conversation({ chat_type: 'p2p' })).toBe('p2p:ou_tom');
		expect(conversation({ chat_type: 'group' })).toBe('chat:oc_1');
		expect(conversation({ chat_type: 'group', thread_id: 'omt_1' })).toBe('thread:omt_1');
		expect(conversation({ chat_type: 'p2p' }, { sender_id: {} })).toBe('p2p:oc_1');
	});

	it('goes on with every message, and starts anew after the timeout', () => {
		const sessions: Sessions = {};
		const at = (hours: number) => sessionId(sessions, 'p2p:a', hours * HOUR, HOUR);
		const first = at(10);
		expect([at(10.9), at(11.8), at(12.7)]).toEqual([first, first, first]);
		expect(at(13.8)).not.toBe(first);
		expect(sessionId(sessions, 'p2p:b', 10 * HOUR, HOUR)).not.toBe(first);
	});

	it('is not moved back by a message that comes late', () => {
		const sessions: Sessions = {};
		const at = (hours: number) => sessionId(sessions, 'p2p:a', hours * HOUR, HOUR);
		const first = at(10);
		expect([at(10.5), at(10.2), at(11.4)]).toEqual([first, first, first]);
	});

	it('is forgotten, the quietest first, when there are too many', () => {
		const sessions: Sessions = {};
		for (let n = 0; n < 5_000; n++) sessionId(sessions, `p2p:${n}`, n, HOUR);
		expect(Object.keys(sessions).length).toBeLessThanOrEqual(2_000);
		expect(Object.keys(sessions)).toContain('p2p:4999');
		expect(Object.keys(sessions)).not.toContain('p2p:0');
	});

	it('is known from others, when they have heard of it later', () => {
		const sessions: Sessions = { a: [1, 5], b: [1, 5] };
		mergeSessions(sessions, { a: [4, 9], b: [0, 4], c: [2, 3] });
		expect(sessions).toEqual({ a: [4, 9], b: [1, 5], c: [2, 3] });
	});

	it('is the same for two messages exactly when no gap between them is too long', () => {
		const gaps = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1 });
		const property = fc.property(gaps, fc.integer({ min: 1, max: 150 }), (given, timeout) => {
			const sessions: Sessions = {};
			let time = 1;
			let last = sessionId(sessions, 'chat:a', time, timeout);
			for (const gap of given) {
				const next = sessionId(sessions, 'chat:a', (time += gap), timeout);
				expect(next === last).toBe(gap <= timeout);
				last = next;
			}
		});
		fc.assert(property);
	});
});
