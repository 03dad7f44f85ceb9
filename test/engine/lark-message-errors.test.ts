import type { Chat } from '../../sandbox';
import { PNG_BYTES } from '../support/media';
import { itemWithFile } from './harness';
import { byAddress, items, type LarkNode } from './lark-node';
import { textOf, useGroup } from './set-ups/group';

describe('Lark node: errors when a message is sent', () => {
	let lark: LarkNode;
	let group: Chat;
	const { sendTo } = useGroup((setup) => ({ lark, group } = setup));

	it.each([
		['a text that is empty', '={{ $json.missing }}', /Text is empty/],
		['a text that is an object', '={{ { a: 1 } }}', /Text is an object/],
		['a receiver of another kind', 'om_1', /Send To.*message ID/],
	])('%s is refused before anything is sent', async (_case, value, message) => {
		const { error } = value.startsWith('=')
			? await sendTo(group.chatId, {}, value)
			: await sendTo(value);
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(/\w/),
			context: { itemIndex: 0 },
		});
		expect(lark.sandbox.requests).toEqual([]);
	});

	it('accepts a time as text', async () => {
		const { items: output } = await sendTo(group.chatId, {}, '={{ $now }}');
		expect(textOf(output[0])).toEqual({ text: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
	});

	it('accepts a number as text', async () => {
		const { items: output } = await sendTo(group.chatId, {}, '={{ 42 }}');
		expect(textOf(output[0])).toEqual({ text: '42' });
	});

	it('shows no token and no secret, even when the response repeats them', async () => {
		await sendTo(group.chatId); // fetches the token
		const token = String(lark.store.data('larkApi').tenantAccessToken);
		expect(token).toMatch(/^t-/);
		const secrets = [lark.sandbox.app.appSecret, token];
		const heal = lark.sandbox.intercept(({ path }) =>
			path === '/open-apis/im/v1/messages'
				? { status: 400, body: { code: 1, msg: `refused: ${secrets.join(' and ')}` } }
				: undefined,
		);
		const { error } = await sendTo(group.chatId);
		heal();
		expect(error?.message).toContain('[redacted]');
		for (const secret of secrets) expect(JSON.stringify(error)).not.toContain(secret);
	});

	it('reports what happened, what to do, the code and the log ID', async () => {
		const foreign = lark.sandbox.world.chats.find(({ name }) => name === 'Leadership')!;
		const { error } = await sendTo(foreign.chatId, { items: items({}) });
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: 'The bot is not in this chat',
			description: expect.stringMatching(
				/Add the bot to the chat.*Lark code 230002, log ID [0-9A-Z]+/,
			),
			httpCode: '230002',
			context: { itemIndex: 0 },
		});
	});

	it('does not explain a failure of an upload by the code of another service', async () => {
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/im/v1/images')
				? { status: 500, body: { code: 40009, msg: 'upload failed' } }
				: undefined,
		);
		const { error } = await lark.run(
			{
				...{ resource: 'message', operation: 'send', receiver: byAddress(group.chatId) },
				...{ msgType: 'image', options: { maxRetries: 0 } },
			},
			{ items: [await itemWithFile(PNG_BYTES, { fileName: 'a.png', mimeType: 'image/png' })] },
		);
		heal();
		expect(error).toMatchObject({
			message: 'upload failed',
			description: expect.stringMatching(/on the side of Lark.*Lark code 40009/),
		});
	});

	it('gives the advice of the sub-code of a card', async () => {
		const card = { type: 'card', data: { card_id: '7371713483664506900' } };
		const { error } = await lark.run({
			...{ resource: 'message', operation: 'send', receiver: byAddress(group.chatId) },
			...{ msgType: 'interactive', cardSource: 'json', cardJson: JSON.stringify(card) },
		});
		expect(error).toMatchObject({
			message: 'Lark cannot make this card: cardid is invalid',
			description: expect.stringMatching(/send a card entity once.*Lark code 230099/),
		});
	});

	it('names the missing scope', async () => {
		lark.sandbox.app.scopes = ['im:chat:readonly'];
		const { error } = await sendTo(group.chatId);
		lark.sandbox.app.scopes = 'all';
		expect(error).toMatchObject({
			message: 'The app lacks the scope im:message:send_as_bot',
			description: expect.stringMatching(/im:message:send_as_bot.*Lark code 99991672/),
		});
	});

	it('refuses a base URL without https://', async () => {
		lark.store.save('larkApi', { ...lark.credential, baseUrl: 'open.larksuite.com' });
		const { error } = await sendTo(group.chatId);
		expect(error?.message).toMatch(/Base URL.*must start with https/);
	});

	it('returns an error as an item with Continue On Fail', async () => {
		const { items: output, error } = await sendTo('={{ $json.to }}', {
			items: items({ to: group.chatId }, { to: 'oc_unknown' }, { to: group.chatId }),
			continueOnFail: true,
		});
		expect(error).toBeUndefined();
		expect(output).toHaveLength(3);
		expect(output[1]).toMatchObject({
			json: { error: expect.any(String), details: expect.stringContaining('Lark code') },
			pairedItem: { item: 1 },
		});
		expect(group.messages).toHaveLength(2);
	});

	it('sends the incoming item to the error output when the node has one', async () => {
		const { outputs } = await sendTo('={{ $json.to }}', {
			items: items({ to: group.chatId }, { to: '' }),
			node: { onError: 'continueErrorOutput' },
		});
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[1]).toHaveLength(1);
		expect(outputs[1][0].json).toMatchObject({ to: '', error: 'Send To is empty' });
	});

	it.each([
		['an HTML page', { status: 502, body: '<html>Bad gateway</html>' } as const, /HTTP 502/],
		['an empty answer', { status: 200, body: '' } as const, /HTTP 200/],
		['a broken connection', 'drop' as const, /the connection broke off/],
	])('%s gives a clear one', async (_case, fault, message) => {
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/messages') ? fault : undefined,
		);
		const { error } = await sendTo(group.chatId);
		heal();
		expect(error?.message).toMatch(message);
		expect(JSON.stringify(error)).not.toContain(lark.sandbox.app.appSecret);
		expect(JSON.stringify(error)).not.toMatch(/Bearer|t-[0-9a-zA-Z]{20}/);
	});
});
