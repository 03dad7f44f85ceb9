import type { INodeParameters } from 'n8n-workflow';

import type { Chat, User } from '../../sandbox';
import type { NodeGiven } from './harness';
import { byAddress, items, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: phone numbers as receivers', () => {
	let lark: LarkNode;
	let group: Chat;
	let alice: User;
	let bob: User;

	beforeAll(async () => {
		lark = await openLarkNode();
		[group] = lark.sandbox.world.chats;
		[alice, bob] = lark.sandbox.world.users;
		bob.mobile = '13011111111';
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const sendTo = async (
		value: string,
		given: Partial<NodeGiven> = {},
		more: INodeParameters = {},
	) =>
		await lark.run(
			{
				resource: 'message',
				operation: 'send',
				receiver: byAddress(value),
				text: '={{ $json.text ?? "Hello" }}',
				...more,
			},
			given,
		);
	const requestsTo = (path: string) =>
		lark.sandbox.requests.filter((request) => request.path.endsWith(path));
	const lookups = () => requestsTo('/batch_get_id').map(({ body }) => body);

	it('sends to the person, however the number is written', async () => {
		const direct = await sendTo(lark.sandbox.openIdOf(bob));
		for (const phone of ['13011111111', '+86 130 1111 1111', '130-1111-1111']) {
			lark.reset();
			const { items: output, error } = await sendTo(phone);
			expect(error).toBeUndefined();
			expect(output[0].json.chat_id).toBe(direct.items[0].json.chat_id);
			expect(lookups()).toEqual([{ mobiles: ['13011111111'] }]);
		}
		const { error } = await sendTo(alice.mobile.replace('+1555', '+1 (555) '));
		expect(error).toBeUndefined();
	});

	it('looks up each number once per run, however many items there are', async () => {
		const people = [alice, bob, alice, bob, alice].map(({ mobile }) => ({ mobile }));
		const { items: output, error } = await sendTo('={{ $json.mobile }}', {
			items: items(...people),
		});
		expect(error).toBeUndefined();
		expect(output).toHaveLength(5);
		expect(lookups()).toEqual([{ mobiles: [alice.mobile] }, { mobiles: [bob.mobile] }]);
		await sendTo(alice.mobile);
		expect(lookups()).toHaveLength(3);
	});

	it('reports unknown numbers before anything is sent and looks them up once', async () => {
		const { items: output } = await sendTo('+1 555 999 9999', {
			items: items({}, {}),
			continueOnFail: true,
		});
		expect(output.map(({ json }) => json)).toEqual(
			Array(2).fill({
				error: 'Send To cannot be "+15559999999": the app finds nobody with this phone number',
				details: expect.stringMatching(/contact:user.id:readonly.*availability/),
			}),
		);
		expect(lookups()).toHaveLength(1);
		expect(requestsTo('/messages')).toEqual([]);
	});

	it('names the scope that phone numbers need; other receivers work without it', async () => {
		lark.sandbox.app.scopes = ['im:message:send_as_bot'];
		const byPhone = await sendTo(alice.mobile);
		const byEmail = await sendTo(alice.email);
		lark.sandbox.app.scopes = 'all';
		expect(byPhone.error).toMatchObject({
			message: 'The app lacks the scope contact:user.id:readonly',
			description: expect.stringContaining('contact:user.id:readonly'),
		});
		expect(byEmail.error).toBeUndefined();
		expect(requestsTo('/messages')).toHaveLength(1);
	});

	it('looks a number up again for the next item when Lark did not respond', async () => {
		let failures = 0;
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/batch_get_id') && failures++ < 1 ? { status: 502, body: '' } : undefined,
		);
		const { items: output } = await sendTo(
			alice.mobile,
			{ items: items({}, {}, {}), continueOnFail: true },
			{ options: { maxRetries: 0 } },
		);
		heal();
		expect(output.map(({ json }) => 'error' in json)).toEqual([true, false, false]);
		expect(failures).toBe(2);
	});

	it('sends once when n8n runs the node again', async () => {
		let lost = 0;
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/messages') && lost++ < 1 ? 'lose' : undefined,
		);
		const { items: output } = await sendTo(alice.mobile, { retryOnFail: true });
		heal();
		expect(lost).toBe(2);
		const chat = lark.sandbox.world.chat(String(output[0].json.chat_id));
		expect(
			chat?.messages.filter(({ messageId }) => messageId === output[0].json.message_id),
		).toHaveLength(1);
	});

	it('does not look up a number for a message that cannot be sent', async () => {
		const { error } = await sendTo(alice.mobile, {}, { text: '={{ "" }}' });
		expect(error?.message).toBe('Text is empty');
		expect(lark.sandbox.requests).toEqual([]);
	});

	it('forwards messages to phone numbers', async () => {
		const { messageId } = lark.sandbox.say({ from: bob, chat: group.chatId, text: 'Look' });
		const { items: output, error } = await lark.run({
			resource: 'message',
			operation: 'forward',
			messageId,
			receiver: byAddress(alice.mobile),
		});
		expect(error).toBeUndefined();
		expect(lark.sandbox.world.chat(String(output[0].json.chat_id))?.mode).toBe('p2p');
		expect(lookups()).toEqual([{ mobiles: [alice.mobile] }]);
	});
});
