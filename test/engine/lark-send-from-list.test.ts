import type { IDataObject } from 'n8n-workflow';

import type { Chat, User } from '../../sandbox';
import { items, type LarkNode } from './lark-node';
import { useRecords } from './set-ups/records';

describe('Lark node: Send From Item, lists and refusals', () => {
	let lark: LarkNode;
	let group: Chat;
	let other: Chat;
	let alice: User;
	const { send, requestsTo, contents } = useRecords(
		(setup) => ({ lark, group, other, alice } = setup),
	);

	it('sends a list in order, to every receiver, with one lookup per number', async () => {
		const alerts = [
			{ receiveType: 'chat', receiveId: `${group.chatId}, ${other.chatId}`, content: 'Same' },
			{ receiveId: [group.chatId, alice.mobile], content: 'Same' },
			{ receiveId: alice.mobile, content: 'Same' },
		];
		const { items: output, error } = await send(
			{ alerts },
			{ messages: '={{ $json.alerts }}', items: items({ alerts }, { alerts }) },
		);
		expect(error).toBeUndefined();
		expect(output).toHaveLength(10);
		expect(output.slice(0, 3).map(({ json }) => json.chat_id)).toEqual([
			group.chatId,
			other.chatId,
			group.chatId,
		]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 0, 0, 0, 1, 1, 1, 1, 1].map((item) => ({ item })),
		);
		expect(new Set(output.map(({ json }) => json.message_id)).size).toBe(10);
		expect(requestsTo('/batch_get_id')).toHaveLength(1);
	});

	it('sends once when the answer is lost and n8n runs the node again', async () => {
		let lost = 0;
		const heal = lark.sandbox.intercept(({ path, body }) =>
			path.endsWith('/messages') && JSON.stringify(body).includes('Two') && lost++ < 1
				? 'lose'
				: undefined,
		);
		const list = ['One', 'Two'].map((content) => ({ receiveId: group.chatId, content }));
		await send({ list }, { messages: '={{ $json.list }}', retryOnFail: true });
		heal();
		expect(lost).toBe(2);
		expect(contents()).toEqual([{ text: 'One' }, { text: 'Two' }]);
	});

	it.each<[IDataObject, RegExp]>([
		[{}, /^receiveId is missing$/],
		[{ receiveId: '', content: 'x' }, /^receiveId is missing$/],
		[{ receiveId: 'oc_1' }, /^content is missing$/],
		[{ receiveId: 'om_1', content: 'x' }, /^receiveId cannot be "om_1": this is a message ID/],
		[{ receiveType: 'group', receiveId: 'oc_1', content: 'x' }, /^receiveType cannot be "group"/],
		[
			{ receiveType: 'constructor', receiveId: 'oc_1', content: 'x' },
			/^receiveType cannot be "constructor"/,
		],
		[
			{ receiveType: 'chat', receiveId: 'ou_1', content: 'x' },
			/"ou_1" with the receiveType "chat": it is of the kind open_id/,
		],
		[
			{ receiveType: 'email', receiveId: 'oc_1', content: 'x' },
			/with the receiveType "email": it is of the kind chat_id/,
		],
		[{ receiveType: {}, receiveId: 'oc_1', content: 'x' }, /^receiveType is an object/],
		[{ receiveId: 'oc_1', contentType: 'video', content: 'x' }, /^contentType cannot be "video"/],
		[{ receiveId: 'oc_1', content: { txt: 'x' } }, /^content has no "text"/],
		[{ receiveId: 'oc_1', content: ['x'] }, /^content is a list/],
		[{ receiveId: 'oc_1', contentType: 'image', content: 'a.png' }, /^Image Key cannot be "a.png"/],
		[{ receiveId: 'oc_1', contentType: 'post', content: 'Hello' }, /^Rich Text is not JSON/],
	])('refuses %j before anything is sent', async (json, message) => {
		const { error } = await send(json);
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(/\w/),
			context: { itemIndex: 0 },
		});
		expect(lark.sandbox.requests).toEqual([]);
	});

	it('reports which message of a list is wrong and sends none of them', async () => {
		const good = { receiveId: group.chatId, content: 'Hello' };
		const refused = async (...list: unknown[]) => {
			const { error } = await send({ list } as IDataObject, { messages: '={{ $json.list }}' });
			return error?.message;
		};
		expect(await refused(good, { ...good, content: '' })).toBe('Message 2: content is missing');
		expect(await refused(good, 'Hello')).toBe('Message 2: The message is not an object');
		expect(lark.sandbox.requests).toEqual([]);
		expect(await refused(good, { ...good, receiveId: '+15559999999' })).toMatch(
			/^receiveId cannot be "\+15559999999": the app finds nobody/,
		);
		expect(group.messages).toEqual([]);
	});
});
