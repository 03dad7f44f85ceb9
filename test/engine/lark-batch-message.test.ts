import type { INodeParameters } from 'n8n-workflow';

import type { User } from '../../sandbox';
import { openLarkNode, type LarkNode } from './lark-node';

/** Departments as the node has them; one entry may be several IDs. */
const departments = (value: string) => ({
	department: [{ department: { __rl: true, mode: 'id', value } }],
});

describe('Lark node: batch messages', () => {
	let lark: LarkNode;
	let people: User[];

	beforeAll(async () => {
		lark = await openLarkNode();
		people = lark.sandbox.world.users;
		people[2].departmentIds.push('od-sales');
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: INodeParameters) =>
		await lark.run({ resource: 'batchMessage', operation, ...parameters });
	const send = async () =>
		await run('send', {
			text: 'Hello, all',
			users: `${people[0].userId}, ${people[1].userId}, nobody`,
			departments: departments('od-sales'),
		});
	const sentId = async () => String((await send()).items[0].json.message_id);
	const lastBatch = () => lark.sandbox.world.batches.at(-1)!;

	it('Send writes to users and departments and reports unknown ones', async () => {
		const { items, error } = await send();
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({
			message_id: expect.stringMatching(/^bm-/),
			invalid_user_ids: ['nobody'],
		});
		const { messages } = lastBatch();
		expect(messages.map(({ content }) => content)).toEqual(Array(3).fill('{"text":"Hello, all"}'));
		expect(messages.map(({ chatId }) => lark.sandbox.world.chat(chatId)?.members).flat()).toEqual(
			people.slice(0, 3).map(({ userId }) => userId),
		);
	});

	it('Get Progress and Get Read Count return how many have received and read the message', async () => {
		const batchMessageId = await sentId();
		lastBatch().messages[0].reads.push({ userId: people[0].userId, time: Date.now() });
		const progress = await run('getProgress', { batchMessageId });
		expect(progress.error).toBeUndefined();
		expect(progress.items[0].json).toMatchObject({
			batch_message_id: batchMessageId,
			batch_message_send_progress: { valid_user_ids_count: 3, read_user_ids_count: 1 },
		});
		const count = await run('getReadCount', { batchMessageId });
		expect(count.items[0].json).toEqual({
			batch_message_id: batchMessageId,
			read_count: '1',
			total_count: '3',
		});
	});

	it('Delete recalls the messages', async () => {
		const batchMessageId = await sentId();
		const { items, error } = await run('delete', { batchMessageId });
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ deleted: true, batch_message_id: batchMessageId });
		expect(lastBatch().messages.every(({ deleted }) => deleted)).toBe(true);
	});

	it('reports why Lark refuses a message', async () => {
		const nobody = await run('send', { text: 'Hi', users: 'nobody' });
		expect(nobody.error?.message).toBe('Lark refuses a value of the request: no valid receiver');
		const unknown = await run('getProgress', { batchMessageId: 'bm-0' });
		expect(unknown.error?.message).toBe('The message id is invalid, record not found');
	});

	it.each([
		['send', { text: 'Hi' }, /^Users and Departments are empty$/],
		['send', { text: 'Hi', users: 'ou_1, on_1' }, /several kinds/],
		['send', { text: 'Hi', departments: departments('0') }, /no root department/],
		[
			'send',
			{
				text: 'Hi',
				departments: departments(Array.from({ length: 201 }, (_, n) => `od-${n}`).join()),
			},
			/201 entries/,
		],
		['getProgress', { batchMessageId: 'om_1' }, /start with bm-/],
		['getReadCount', { batchMessageId: 'om_1' }, /start with bm-/],
		['delete', { batchMessageId: 'om_1' }, /start with bm-/],
	])('%s refuses %.40j before anything is sent', async (operation, parameters, message) => {
		const { error } = await run(operation, parameters as INodeParameters);
		expect(error?.message).toMatch(message);
		expect(lark.sandbox.requests).toEqual([]);
	});
});
