import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, openLarkNode, type LarkNode } from './lark-node';

const open = { text: 'Open', url: 'https://example.com/approvals' };
const approve = {
	text: 'Approve',
	action_type: 'webhook',
	button_type: 'success',
	actionValues: { variable: [{ name: 'request', value: 17 }] },
};
const label = (labelText: unknown, type = 'danger') => ({ label: { labelText, type } });
const rows = (...button: IDataObject[]) => ({ button });

describe('Lark node: buttons and labels in message lists', () => {
	let lark: LarkNode;

	beforeEach(async () => (lark = await openLarkNode()));
	afterEach(async () => await lark.sandbox.close());

	const alice = () => lark.sandbox.world.users[0].userId;
	const run = async (operation: string, parameters: IDataObject) =>
		await lark.run({
			...{ resource: 'feedCard', operation, users: alice() },
			...parameters,
		} as INodeParameters);
	const create = async (options: IDataObject) =>
		await run('create', { feedTitle: 'Approvals', feedLink: 'https://example.com', options });
	const cardOf = () => lark.sandbox.world.feedCards[0]?.card;

	it('stand on a new card', async () => {
		const { error } = await create({
			feedButtons: rows(open, approve),
			status_label: label('Urgent'),
		});
		expect(error).toBeUndefined();
		expect(cardOf()).toMatchObject({
			status_label: { text: 'Urgent', type: 'danger' },
			buttons: {
				buttons: [
					{
						...{ text: { text: 'Open' }, action_type: 'url_page', button_type: 'default' },
						multi_url: { url: open.url },
					},
					{
						...{ text: { text: 'Approve' }, action_type: 'webhook', button_type: 'success' },
						action_map: { request: '17' },
					},
				],
			},
		});
	});

	it('are neither of them on a card without them', async () => {
		await create({});
		expect(cardOf()).not.toHaveProperty('buttons');
		expect(cardOf()?.status_label).toBeUndefined();
	});

	it('change, and go when nothing is entered, while the rest of the card stays', async () => {
		const { items } = await create({ feedButtons: rows(open), status_label: label('Urgent') });
		const bizId = items[0].json.biz_id;
		const update = async (updateFields: IDataObject) =>
			await run('update', { bizId, updateFields });
		await update({ status_label: label('Done', 'success'), feedButtons: rows(approve) });
		expect(cardOf()).toMatchObject({
			title: 'Approvals',
			status_label: { text: 'Done', type: 'success' },
			buttons: { buttons: [{ text: { text: 'Approve' } }] },
		});
		const { error } = await update({ status_label: {}, feedButtons: {} });
		expect(error).toBeUndefined();
		expect(cardOf()).toMatchObject({ title: 'Approvals', buttons: { buttons: [] } });
		expect(cardOf()?.status_label).toBeUndefined();
	});

	it('stand beside a chat, for its members', async () => {
		const [group] = lark.sandbox.world.chats;
		const stranger = lark.sandbox.world.addUser({ name: 'Quinn' });
		const { items, error } = await run('updateChatButtons', {
			chatId: byId(group.chatId),
			users: `${alice()}, ${stranger.userId}`,
			feedButtons: rows(open),
		});
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({
			chat_id: group.chatId,
			failed_user_reasons: [
				{ error_code: 0, error_message: 'The user is not in the chat', user_id: stranger.userId },
			],
		});
		expect(group.feedButtons[alice()]).toMatchObject([{ text: { text: 'Open' } }]);
	});

	it('are set for many people, 20 in a request', async () => {
		const { world } = lark.sandbox;
		const members = Array.from({ length: 45 }, (_, n) => world.addUser({ name: `P${n}` }).userId);
		const group = world.addGroup({ name: 'All', bots: [lark.sandbox.app.appId], members });
		await run('updateChatButtons', {
			...{ chatId: byId(group.chatId), users: members.join(), feedButtons: rows(open) },
		});
		expect(Object.keys(group.feedButtons)).toHaveLength(45);
		const calls = lark.sandbox.requests.filter(({ path }) => path.endsWith('/chat_button'));
		expect(calls).toHaveLength(3);
	});

	it.each([
		['three buttons', { feedButtons: rows(open, open, approve) }, /^Buttons has 3 entries/],
		['a long text', { feedButtons: rows({ ...open, text: 'x'.repeat(31) }) }, /31 characters/],
		['no text', { feedButtons: rows({ ...open, text: ' ' }) }, /^Text of Button 1 is empty/],
		[
			'a link without https',
			{ feedButtons: rows(open, { ...open, url: 'http://example.com' }) },
			/^Link of Button 2 cannot be "http:/,
		],
		[
			'a long link',
			{ feedButtons: rows({ ...open, url: `https://example.com/${'x'.repeat(700)}` }) },
			/^Link of Button 1 has 720 characters/,
		],
		[
			'a value without a name',
			{ feedButtons: rows({ ...approve, actionValues: { variable: [{ value: 1 }] } }) },
			/^A value of Button 1 has no Name/,
		],
		['a long label', { status_label: label('x'.repeat(21)) }, /^Label Text has 21 characters/],
		['an empty label', { status_label: label('') }, /^Label Text is empty/],
	])('are refused with %s before anything is sent', async (_case, options, message) => {
		const { error } = await create(options as IDataObject);
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(/\w/),
		});
		expect(lark.sandbox.requests).toEqual([]);
	});
});
