import { randomBytes } from 'node:crypto';

import { openTicket, sealTicket, type TicketContent } from '../../../nodes/shared/decision/ticket';

const app = { appId: 'cli_a5b0c1d2e3f40516', appSecret: 'the app secret' };
const content: TicketContent = {
	executionId: '4711',
	nodeId: 'b4b8c3c2-0a0c-4b0a-8a53-0b7bb2a0a3a1',
	instanceId: 'f'.repeat(64),
	resume: `/webhook-waiting/4711/b4b8c3c2-0a0c-4b0a-8a53-0b7bb2a0a3a1?signature=${'5'.repeat(64)}`,
	questionId: 'q-1',
	expiresAt: 1_800_000_000_000,
};

describe('a ticket', () => {
	it('opens with the secret of its app, with or without an end', () => {
		expect(openTicket(sealTicket(content, app), app)).toEqual(content);
		const { expiresAt: _, ...endless } = content;
		expect(openTicket(sealTicket(endless, app), app)).toEqual(endless);
	});

	it.each(['@evil.example/', '//evil.example/', '/\\evil.example', 'https://evil.example/', ''])(
		'that leads to %j, another server, does not open',
		(resume) => {
			expect(openTicket(sealTicket({ ...content, resume }, app), app)).toBeUndefined();
		},
	);

	it('opens when the credential has space around its values', () => {
		const pasted = { appId: ` ${app.appId}`, appSecret: `${app.appSecret}\n` };
		expect(openTicket(sealTicket(content, pasted), app)).toEqual(content);
	});

	it('tells a reader nothing of what is in it, and is never the same twice', () => {
		const [one, other] = [sealTicket(content, app), sealTicket(content, app)];
		expect(one).not.toBe(other);
		expect(one).toMatch(/^q1\.[\w-]+$/);
		const bytes = Buffer.from(one.slice(3), 'base64url').toString('latin1');
		for (const value of [...Object.values(content).map(String), ...Object.values(app)]) {
			expect(one).not.toContain(value);
			expect(bytes).not.toContain(value);
		}
	});

	it('does not open with another secret, or for another app', () => {
		const ticket = sealTicket(content, app);
		expect(openTicket(ticket, { ...app, appSecret: 'another' })).toBeUndefined();
		expect(openTicket(ticket, { ...app, appId: 'cli_ffffffffffffffff' })).toBeUndefined();
	});

	it('does not open with any bit changed, cut or lengthened', () => {
		const ticket = sealTicket(content, app);
		const bytes = Buffer.from(ticket.slice(3), 'base64url');
		for (let bit = 0; bit < bytes.length * 8; bit++) {
			const changed = Buffer.from(bytes);
			changed[bit >> 3] ^= 1 << (bit & 7);
			expect(openTicket(`q1.${changed.toString('base64url')}`, app)).toBeUndefined();
		}
		for (let length = 0; length < bytes.length; length++) {
			const cut = bytes.subarray(0, length).toString('base64url');
			expect(openTicket(`q1.${cut}`, app)).toBeUndefined();
		}
		expect(openTicket(`${ticket}AAAA`, app)).toBeUndefined();
	});

	it.each([
		['nothing', undefined],
		['a number', 1],
		['an object', { ticket: 'q1.' }],
		['a text', 'yes'],
		['one of another version', sealTicket(content, app).replace('q1.', 'q2.')],
		['random bytes', `q1.${randomBytes(300).toString('base64url')}`],
		['a very long one', `q1.${'A'.repeat(1_000_000)}`],
	])('is not %s', (_what, value) => {
		expect(openTicket(value, app)).toBeUndefined();
	});

	it('opens only when everything is in it', () => {
		for (const name of Object.keys(content)) {
			const broken = { ...content, [name]: { not: 'a value' } } as unknown as TicketContent;
			expect(openTicket(sealTicket(broken, app), app)).toBeUndefined();
		}
	});
});
