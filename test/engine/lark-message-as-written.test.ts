import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { builtNodeTypes } from '../../harness/engine/built-classes';
import { byAddress } from './lark-node';
import { useSending } from './sending';

/** The node that n8n makes of one that is usable as a tool. */
const TOOL = 'n8n-nodes-lark-im.larkTool';

const HOSTILE = 'Hi <at user_id="all"></at> <b>you</b> [bank](https://evil.example) ![](img_v2_1)';

describe('Lark node: Send Text as Written', () => {
	const setup = useSending();
	const { send } = setup;

	const options = { asWritten: true };
	const last = () => setup.group.messages.at(-1)!;
	const shown = () => last().content.replaceAll('\u200b', '');

	const FIELDS: Record<string, IDataObject> = {
		text: { text: HOSTILE },
		markdown: { markdown: HOSTILE },
		post: { post: { content: [[{ tag: 'text', text: HOSTILE }], [{ tag: 'md', text: HOSTILE }]] } },
	};

	it.each(Object.keys(FIELDS))('shows what is in a %s and carries nothing out', async (msgType) => {
		const { error } = await send(msgType, { ...FIELDS[msgType], options });
		expect(error).toBeUndefined();
		expect(last().mentions).toEqual([]);
		expect(last().content).not.toMatch(/@_all|"tag":"(a|img)"/);
		expect(shown()).toContain(HOSTILE.replaceAll('"', '\\"'));
	});

	it.each(Object.keys(FIELDS))('is off unless it is asked for: %s', async (msgType) => {
		const image = setup.uploaded('img_v2_1', 'image', 'message');
		expect(image).toBe('img_v2_1');
		await send(msgType, FIELDS[msgType]);
		expect(last().content).toMatch(/@_all/);
	});

	it.each(Object.keys(FIELDS))('keeps the mentions of the field Mentions: %s', async (msgType) => {
		const person = byAddress(setup.lark.sandbox.openIdOf(setup.lark.sandbox.world.users[0]));
		await send(msgType, { ...FIELDS[msgType], options, mentions: { mention: [{ person }] } });
		expect(last().mentions.map(({ name }) => name)).toEqual(['Alice Chen']);
	});

	it('works for cards from the form, replies, edits and Send From Item', async () => {
		const card = { cardSource: 'form', cardBody: HOSTILE, cardTitle: 'T' };
		await send('interactive', { ...card, options });
		expect(last().sentContent.replaceAll('\u200b', '')).toContain('evil.example');
		expect(last().sentContent).not.toMatch(/<at|\]\(/);

		const run = async (operation: string, fields: IDataObject) => {
			const parameters = { resource: 'message', operation, options, ...fields } as INodeParameters;
			const { error, items } = await setup.lark.run(parameters);
			expect(error).toBeUndefined();
			expect(last().mentions).toEqual([]);
			expect(last().content).not.toContain('@_all');
			return items;
		};
		const record = { receiveId: setup.group.chatId, content: HOSTILE };
		const [{ json }] = await run('sendFromItem', { messages: record });
		await run('sendFromItem', {
			messages: { ...record, contentType: 'post', content: [[{ tag: 'md', text: HOSTILE }]] },
		});
		await run('reply', { messageId: json.message_id, text: HOSTILE });
		await run('edit', { messageId: json.message_id, text: HOSTILE });
	});

	it.each(['send', 'sendFromItem'])(
		'is on in an AI tool unless it is turned off: %s',
		async (operation) => {
			const run = async (more: IDataObject) =>
				await setup.lark.run(
					{
						...{ resource: 'message', operation, receiver: byAddress(setup.group.chatId) },
						...{ text: HOSTILE, messages: { receiveId: setup.group.chatId, content: HOSTILE } },
						...more,
					} as INodeParameters,
					{ type: TOOL, nodeTypes: { [TOOL]: builtNodeTypes().get('n8n-nodes-lark-im.lark')! } },
				);
			const { error } = await run({});
			expect(error).toBeUndefined();
			expect(last().content).not.toContain('@_all');
			await run({ options: { asWritten: false } });
			expect(last().content).toContain('@_all');
		},
	);
});
