import { testUrlOver } from '../../../nodes/shared/requestUrl/address';
import { decideUrl, type UrlWish } from '../../../nodes/shared/requestUrl/decideUrl';

const ID = '0f0e0d0c-0b0a-4908-8706-050403020100';
const OWN = 'https://n8n.example.com/base';
const target = `${OWN}/webhook/11111111-2222-4333-8444-555555555555/webhook`;
const sibling = `${OWN}/webhook/${ID}/webhook`;
const ended = `${OWN}/webhook/99999999-2222-4333-8444-555555555555/webhook`;
const testUrl = `${OWN}/webhook-test/${ID}/webhook`;
const other = 'https://other.example.com/hook?token=1';

const wish: UrlWish = {
	target,
	ownUrl: OWN,
	isTest: false,
	replaces: false,
	isPublished: (url) => url === sibling,
};
const decide = (url: string, change: Partial<UrlWish> = {}, mode = 'webhook') =>
	decideUrl({ mode, url }, { ...wish, ...change });

describe('whose request URL it is', () => {
	it.each([
		['nothing', '', { kind: 'save', url: target }],
		['the trigger itself', target, { kind: 'keep' }],
		['a published trigger of this n8n', sibling, { kind: 'keep' }],
		['a trigger that is not known here', ended, { kind: 'save', url: target, unless: ended }],
		['another server', other, { kind: 'leave', obstacle: 'elsewhere', url: other }],
		[
			'a server whose address begins in the same way',
			'https://n8n.example.com/base2/webhook',
			{ kind: 'leave', obstacle: 'elsewhere', url: 'https://n8n.example.com/base2/webhook' },
		],
		[
			'the same path on another host',
			target.replace('n8n.', 'n9n.'),
			{ kind: 'leave', obstacle: 'elsewhere', url: target.replace('n8n.', 'n9n.') },
		],
		[
			'another webhook of this n8n',
			`${OWN}/webhook/lark`,
			{ kind: 'leave', obstacle: 'otherWebhook', url: `${OWN}/webhook/lark` },
		],
		['a test that has replaced nothing', testUrl, { kind: 'save', url: target }],
		[
			'a test that has replaced a trigger which is not known here',
			testUrlOver(testUrl, ended),
			{ kind: 'save', url: target, unless: ended },
		],
		[
			'a test that has replaced another server',
			testUrlOver(testUrl, other),
			{ kind: 'leave', obstacle: 'elsewhere', url: other, restore: other },
		],
	])('is decided for %s', (_name, url, decision) => {
		expect(decide(url)).toEqual(decision);
	});

	it('does not matter when it is to be replaced', () => {
		expect(decide(other, { replaces: true })).toEqual({ kind: 'save', url: target });
	});

	it('is carried along by the address of a test, and only once', () => {
		const asked = { target: testUrl, isTest: true, replaces: true };
		const over = testUrlOver(testUrl, other);
		expect(decide(other, asked)).toEqual({ kind: 'save', url: over });
		expect(decide(over, asked)).toEqual({ kind: 'keep' });
		const second = testUrl.replace(ID, '88888888-2222-4333-8444-555555555555');
		expect(decide(over, { ...asked, target: second })).toEqual({
			kind: 'save',
			url: testUrlOver(second, other),
		});
	});

	it('is not carried along when it is one of this n8n, which Lark is asked about first', () => {
		const asked = { target: testUrl, isTest: true };
		expect(decide(ended, asked)).toEqual({ kind: 'save', url: testUrl, unless: ended });
		const second = testUrl.replace(ID, '88888888-2222-4333-8444-555555555555');
		expect(decide(second, asked)).toEqual({ kind: 'save', url: testUrl });
	});

	it('is nobody’s while events go over a long connection', () => {
		expect(decide('', { replaces: true }, 'websocket')).toMatchObject({
			obstacle: 'longConnection',
		});
	});

	it('is not believed when another server says what was there before', () => {
		const foreign = `https://other.example.com/webhook-test/${ID}/webhook?former=${target}`;
		expect(decide(foreign)).toEqual({ kind: 'leave', obstacle: 'elsewhere', url: foreign });
	});

	it('is taken from an n8n that does not know its own address for none of its own', () => {
		expect(decide(sibling, { ownUrl: '', isPublished: () => false })).toMatchObject({
			obstacle: 'elsewhere',
		});
	});
});
