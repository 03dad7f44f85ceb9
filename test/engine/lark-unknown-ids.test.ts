import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import { byAddress, byId, items, type LarkNode } from './lark-node';
import { useGroup } from './set-ups/group';

describe('Lark node: an ID that Lark does not know', () => {
	let lark: LarkNode;
	let group: Chat;
	const { sendTo } = useGroup((setup) => ({ lark, group } = setup));
	const run = async (parameters: IDataObject) => await lark.run(parameters as INodeParameters);

	it.each([
		[
			'a chat ID that is cut short',
			() => group.chatId.slice(0, -3),
			/no chat has this ID$/,
			/whole chat_id.*code 230034/,
		],
		[
			'an email address that is unknown',
			() => 'nobody@example.com',
			/nobody with this address is within reach of the app$/,
			/Check the address.*code 230034/,
		],
		[
			'a phone number without +',
			() => '4915112345678',
			/nobody with this user_id/,
			/phone number starts with \+ .*\+4915112345678/,
		],
		[
			'a name',
			() => 'Alice',
			/nobody with this user_id is within reach of the app$/,
			/If it is a name, pick the chat or person from the list.*code 230034/,
		],
		[
			'an open_id of another app',
			() => 'ou_0000',
			/nobody with this ID/,
			/An open_id.*belongs to one app/,
		],
	])('is named with the field and what to do: %s', async (_case, valueOf, reason, advice) => {
		const { error } = await sendTo(valueOf());
		expect(error).toMatchObject({
			message: expect.stringMatching(reason),
			description: expect.stringMatching(advice),
		});
		expect(error?.message.startsWith(`Send To "${valueOf()}": `)).toBe(true);
	});

	it('is named when Lark says it as it does for IDs of a wrong form', async () => {
		const msg = 'Your request contains an invalid request parameter, ext=invalid receive_id';
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/messages') ? { status: 400, body: { code: 230001, msg } } : undefined,
		);
		const { error } = await sendTo('oc_1');
		heal();
		expect(error?.message).toBe('Send To "oc_1": no chat has this ID');
	});

	it('is named in Send From Item by its own field', async () => {
		const messages = { receiveId: 'nobody@example.com', content: 'Hi' };
		const { error } = await run({ resource: 'message', operation: 'sendFromItem', messages });
		expect(error?.message).toMatch(/^receiveId "nobody@example.com": nobody with this address/);
	});

	it.each([
		['reply', { messageId: 'om_0', text: 'Hi' }, /^Message ID "om_0": the bot can see no message/],
		['get', { messageId: 'om_0' }, /^Message ID "om_0": the bot can see no message/],
		['forward', { messageId: 'om_0', receiver: byAddress('oc_1') }, /^Message ID "om_0"/],
	])('is named by %s', async (operation, fields, message) => {
		const { error } = await run({ resource: 'message', operation, ...fields });
		expect(error?.message).toMatch(message);
		expect(error).toMatchObject({ description: expect.stringMatching(/Lark code \d+/) });
	});

	it('is not taken for a text that has the same words', async () => {
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/reply')
				? { status: 400, body: { code: 99992354, msg: 'these ids not existed' } }
				: undefined,
		);
		const fields = { messageId: 'om_gone', text: 'not, ids' };
		const { error } = await run({ resource: 'message', operation: 'reply', ...fields });
		heal();
		expect(error?.message).toMatch(/^Message ID "om_gone": /);
	});

	it('is named as receiver of a forwarded message', async () => {
		const { items: sent } = await sendTo(group.chatId);
		const messageId = sent[0].json.message_id;
		const receiver = byAddress('oc_1');
		const one = await run({ resource: 'message', operation: 'forward', messageId, receiver });
		expect(one.error?.message).toBe('Send To "oc_1": no chat has this ID');
		const operation = 'mergeForward';
		const many = await run({ resource: 'message', operation, messageIds: messageId, receiver });
		expect(many.error?.message).toBe('Send To "oc_1": no chat has this ID');
	});

	it('is named among several', async () => {
		const members = `${lark.sandbox.openIdOf(lark.sandbox.world.users[0])}, ou_0000`;
		const chatId = byId(group.chatId);
		const added = await run({ resource: 'chatMember', operation: 'add', chatId, members });
		expect(added.error?.message).toBe(
			'Members "ou_0000": nobody with this ID is within reach of the app',
		);
	});

	it('is named in the item of Continue On Fail', async () => {
		const { items: output } = await sendTo('={{ $json.to }}', {
			items: items({ to: 'nobody@example.com' }, { to: group.chatId }),
			continueOnFail: true,
		});
		expect(output[0].json.error).toMatch(/^Send To "nobody@example.com"/);
		expect(group.messages).toHaveLength(1);
	});
});
