import fc from 'fast-check';

import { conversationOf } from '../../../../nodes/shared/events/conversation';
import { readMessage } from '../../../../nodes/shared/events/message';
import {
	findSession,
	mergeSessions,
	type Sessions,
} from '../../../../nodes/shared/trigger/sessions/session';
import { BOT, received } from '../../events/messages';

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

	describe('begun by a command', () => {
		const said = (sessions: Sessions, time: number, timeout = 0, isCommand = false) =>
			findSession(sessions, 'p2p:a', { time, timeout, isCommand });

		it('has the time of the command, which every n8n knows alike, and goes on without a timeout', () => {
			const sessions: Sessions = {};
			expect(said(sessions, 5)).toEqual({ id: 'p2p:a', isNew: false });
			expect(said(sessions, 10, 0, true)).toEqual({ id: 'p2p:a:10', isNew: true });
			expect(said(sessions, 10 * HOUR)).toEqual({ id: 'p2p:a:10', isNew: false });
			expect(said({}, 10, HOUR, true)).toEqual({ id: 'p2p:a:10', isNew: true });
		});

		it('ends the one before it, also within the timeout', () => {
			const sessions: Sessions = {};
			const first = said(sessions, 1, HOUR);
			expect(said(sessions, 2, HOUR, true).id).not.toBe(first.id);
			expect(said(sessions, 3, HOUR)).toEqual({ id: 'p2p:a:2', isNew: false });
		});

		it('is the same when Lark pushes the command again, and not moved back by an earlier one', () => {
			const sessions: Sessions = {};
			const first = said(sessions, 10, 0, true);
			expect(said(sessions, 10, 0, true)).toEqual(first);
			expect(said(sessions, 4, 0, true)).toEqual({ id: 'p2p:a:10', isNew: false });
		});

		it('is known to a process that has heard of a later message, but not of the command', () => {
			const [one, other]: Sessions[] = [{ 'p2p:a': [1, 1] }, { 'p2p:a': [1, 1] }];
			said(one, 10, HOUR, true);
			said(other, 20, HOUR);
			const merged = [
				[one, other],
				[other, one],
			].map(([known, others]) => {
				const copy = { ...known };
				mergeSessions(copy, others);
				return copy;
			});
			expect(merged).toEqual(Array(2).fill({ 'p2p:a': [10, 20] }));
		});
	});
});
