import { WAIT_INDEFINITELY, type IDataObject, type INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import { byAddress, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: Send and Wait for Response', () => {
	let lark: LarkNode;
	let group: Chat;

	beforeAll(async () => {
		lark = await openLarkNode();
		[group] = lark.sandbox.world.chats;
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const ask = async (parameters: IDataObject) =>
		await lark.run({
			resource: 'message',
			operation: 'sendAndWait',
			receiver: byAddress(group.chatId),
			message: '**Deploy** it?',
			...parameters,
		} as INodeParameters);

	it('sends a card with buttons, and the execution waits with the question in its data', async () => {
		const { error, run } = await ask({});
		expect(error).toBeUndefined();
		expect({ status: run.status, waitTill: run.waitTill }).toEqual({
			status: 'waiting',
			waitTill: WAIT_INDEFINITELY,
		});
		const message = group.messages.at(-1)!;
		const card = JSON.parse(message.sentContent) as IDataObject;
		expect(card).toMatchObject({
			schema: '2.0',
			header: { title: { content: 'Approval needed' } },
		});
		expect(JSON.stringify(card)).toContain('"answer":"approve"');
		expect(run.data.executionData?.contextData['node:Node under test']).toMatchObject({
			question: { answers: [], message_id: message.messageId, chat_id: group.chatId },
		});
	});

	it('shows as it is written what somebody else has written, if it is to', async () => {
		const message = 'A customer: <at user_id="all"></at> [bank](https://evil.example) &lt;at&gt;';
		const sentWith = async (asWritten: boolean) => {
			expect((await ask({ message, options: { asWritten } })).error).toBeUndefined();
			const { body } = JSON.parse(group.messages.at(-1)!.sentContent) as {
				body: { elements: Array<{ content: string }> };
			};
			return body.elements[0].content;
		};
		expect(await sentWith(false)).toMatch(/<at id=all>.*\[bank\]\(https:/);
		const written = await sentWith(true);
		expect(written).not.toMatch(/<at|\]\(|&lt;/);
		expect(written.replaceAll('\u200b', '')).toBe(message);
	});
});
