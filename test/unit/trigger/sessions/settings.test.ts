import { readSessions } from '../../../../nodes/shared/trigger/settings/session';

const MINUTE = 60_000;

describe('the settings of sessions', () => {
	it('have no command unless sessions are used', () => {
		expect(readSessions({})).toEqual({ timeout: 0, commands: [], reply: '' });
		expect(readSessions({ sessionTimeout: 0 }).commands).toEqual([]);
	});

	it('have /new and /reset with a timeout, others when they are written, none when they are empty', () => {
		const timeout = { sessionTimeout: 60 };
		expect(readSessions(timeout)).toEqual({
			...{ timeout: 60 * MINUTE, commands: ['new', 'reset'], reply: '' },
		});
		expect(readSessions({ ...timeout, newSessionCommands: '/Neu, 新对话' }).commands).toEqual([
			'neu',
			'新对话',
		]);
		expect(readSessions({ ...timeout, newSessionCommands: '' }).commands).toEqual([]);
	});

	it.each(['new session', '*', 'neu!', '/', 'undefined', 'a/b'])(
		'cannot have a command that nobody can write: %s',
		(written) => {
			const read = () => readSessions({ newSessionCommands: `new, ${written}` });
			expect(read).toThrow(/^New Session Commands cannot have/);
		},
	);

	it('cannot have a reply without a command', () => {
		expect(() => readSessions({ newSessionReply: 'Hi' })).toThrow(/has no command to reply to/);
		expect(readSessions({ newSessionReply: ' Hi ', sessionTimeout: 5 }).reply).toBe('Hi');
	});
});
