import type { INode } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import { openSetup, type TestSetup } from '../support/server';
import { step } from './harness/step';

const START = 'When executed by hand';
const NOT_IN_CHAT = 'The bot is not in this chat';

describe('items behind the Lark node', () => {
	let setup: TestSetup;
	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	const node = (...given: Parameters<typeof step>): INode => ({
		...step(...given),
		...(given[1].endsWith('.lark') && { credentials: { larkApi: setup.larkApi } }),
	});

	/** Runs the nodes one after the other, and gives the items of the last one. */
	const run = async (...nodes: INode[]) => {
		const following = nodes.slice(1).map(({ name }) => name);
		const { id } = await setup.saveWorkflow({
			name: 'Item linking',
			nodes,
			connections: Object.fromEntries(
				following.map((next, index) => [
					nodes[index].name,
					{ main: [[{ node: next, type: 'main', index: 0 }]] },
				]),
			),
			settings: { executionOrder: 'v1' },
		});
		const { data } = await setup.client.runWorkflow(id, START);
		const [items] = data.resultData.runData[following.at(-1) ?? START][0].data?.main ?? [];
		return items?.map(({ json }) => json);
	};

	it('are paired with their input items through several steps, also when a step returns more items', async () => {
		const groups = setup.sandbox.world.chats.map(({ name, chatId }) => ({ name, chatId }));
		const chat = { __rl: true, mode: 'id', value: "={{ $('Each').item.json.chatId }}" };
		const linked = await run(
			node(START, 'n8n-nodes-base.manualTrigger', 1, {}),
			node('Groups', 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: JSON.stringify({ groups }),
			}),
			node('Each', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'groups' }),
			{
				...node('Greet', 'n8n-nodes-lark-im.lark', 1, {
					receiver: { ...chat, mode: 'address' },
					text: '=Hello, {{ $json.name }}',
				}),
				onError: 'continueRegularOutput',
			},
			{
				...node('Members', 'n8n-nodes-lark-im.lark', 1, {
					resource: 'chatMember',
					operation: 'getAll',
					chatId: chat,
					returnAll: true,
				}),
				onError: 'continueRegularOutput',
			},
			node('Linked', 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: `={{ JSON.stringify({
					group: $('Each').item.json.name,
					greeting: $('Greet').item.json.body?.content ?? $('Greet').item.json.error,
					person: $json.name ?? $json.error,
				}) }}`,
			}),
		);
		const told = ({ name, members, bots }: Chat) =>
			bots.length === 0
				? [{ group: name, greeting: NOT_IN_CHAT, person: NOT_IN_CHAT }]
				: members.map((userId) => ({
						group: name,
						greeting: JSON.stringify({ text: `Hello, ${name}` }),
						person: setup.sandbox.world.userById(userId)?.name,
					}));
		expect(linked).toEqual(setup.sandbox.world.chats.flatMap(told));
		expect(linked?.length).toBeGreaterThan(setup.sandbox.world.chats.length);
	});
});
