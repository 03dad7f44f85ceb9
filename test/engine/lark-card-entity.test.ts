import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Chat, Interceptor } from '../../sandbox';
import { byAddress, items, type LarkNode } from './lark-node';
import { useGroup } from './set-ups/group';

interface EntityCard {
	config?: IDataObject;
	header?: IDataObject;
	body: { elements: IDataObject[] };
}

const QUICK = { pace: false, maxRetries: 3, maxRetryTime: 20 };

describe('Lark node: card entities', () => {
	let lark: LarkNode;
	let group: Chat;
	useGroup((setup) => ({ lark, group } = setup));

	const run = async (operation: string, parameters: IDataObject, given = {}) => {
		const all = { resource: 'card', operation, ...parameters } as INodeParameters;
		const { items: output, error } = await lark.run(all, given);
		if (error) throw error;
		return output.map(({ json }) => json);
	};
	const create = async (parameters: IDataObject = { cardBody: 'Hi', streaming: true }) =>
		String((await run('create', parameters))[0].card_id);
	const cardOf = (cardId: string) =>
		lark.sandbox.world.cardEntities.byId(cardId)?.card as unknown as EntityCard;
	const sendBy = async (operation: string, parameters: IDataObject) =>
		await lark.run({
			resource: 'message',
			operation,
			msgType: 'interactive',
			cardSource: 'entity',
			...parameters,
		} as INodeParameters);
	const send = async (cardId: string) =>
		await sendBy('send', { receiver: byAddress(group.chatId), cardId });
	const write = async (cardId: string, text: string, options: IDataObject = QUICK) =>
		await run('streamText', { cardId, elementId: 'body', text, options });
	const sequences = (cardId: string) =>
		lark.sandbox.requests
			.filter(({ path, code }) => path.includes(cardId) && code === 0)
			.map(({ body }) => Number(body.sequence));

	describe('from the form', () => {
		it('have IDs for all of their elements', async () => {
			const cardId = await create({
				cardTitle: 'Deploy',
				cardBody: 'It has **begun**',
				cardFields: { field: [{ name: 'Service', value: 'api', short: false }, { value: 'db' }] },
				cardButtons: {
					button: [
						{ text: 'Log', url: 'https://example.com' },
						{ text: 'Stop', action: 'callback' },
					],
				},
				options: { cardNote: 'From the CI' },
			});
			const ids = cardOf(cardId).body.elements.map(({ element_id }) => element_id);
			expect(ids).toEqual(['body', 'fields', 'fields_2', 'buttons', 'line', 'note']);
			const json = JSON.stringify(cardOf(cardId));
			for (const id of ['button', 'button_2']) expect(json).toContain(`"element_id":"${id}"`);
			expect(cardOf(cardId).config).toBeUndefined();
		});

		it('have a text to stream into when their body is empty', async () => {
			const cardId = await create({ streaming: true });
			expect(cardOf(cardId)).toMatchObject({
				config: { streaming_mode: true },
				body: { elements: [{ tag: 'markdown', element_id: 'body', content: '' }] },
			});
		});

		it('say how their text is typed', async () => {
			const options = {
				summary: 'Wait',
				typingInterval: 30,
				typingStep: 2,
				typingStrategy: 'delay',
				enableForward: false,
			};
			expect(cardOf(await create({ streaming: true, options })).config).toEqual({
				streaming_mode: true,
				summary: { content: 'Wait' },
				enable_forward: false,
				streaming_config: {
					print_frequency_ms: { default: 30 },
					print_step: { default: 2 },
					print_strategy: 'delay',
				},
			});
		});
	});

	it('from JSON keep their config, unless an option says otherwise', async () => {
		const cardJson = JSON.stringify({
			schema: '2.0',
			config: { streaming_mode: true, width_mode: 'fill' },
			body: { elements: [{ tag: 'hr' }] },
		});
		const cardId = await create({ cardSource: 'json', cardJson, options: { summary: 'Wait' } });
		expect(cardOf(cardId).config).toEqual({
			streaming_mode: true,
			width_mode: 'fill',
			summary: { content: 'Wait' },
		});
	});

	it.each([
		['{"elements": [{"tag": "hr"}]}', /Card is not a card JSON 2\.0/],
		['{"type": "card", "data": {"card_id": "7"}}', /Card is a card entity already/],
		[
			'{"schema": "2.0", "config": {"update_multi": false}, "body": {"elements": []}}',
			/"update_multi": false/,
		],
		[
			'{"schema": "2.0", "body": {"elements": [{"tag": "hr", "element_id": "1"}]}}',
			/element_id "1"/,
		],
		[
			'{"schema": "2.0", "body": {"elements": [{"tag": "hr", "element_id": "a"}, {"tag": "hr", "element_id": "a"}]}}',
			/element_id "a" twice/,
		],
	])('are not made from %s', async (cardJson, message) => {
		await expect(create({ cardSource: 'json', cardJson })).rejects.toMatchObject({
			message: expect.stringMatching(message) as string,
		});
		expect(lark.sandbox.requests).toEqual([]);
	});

	it('from a template take no settings', async () => {
		const template = { cardSource: 'template', templateId: 'AAqk1' };
		await expect(create({ ...template, streaming: true })).rejects.toMatchObject({
			message: expect.stringContaining('template') as string,
		});
		expect(await create(template)).toMatch(/^\d+$/);
	});

	it('are written from their first word to their end', async () => {
		const cardId = await create();
		const { items: sent } = await send(cardId);
		await write(cardId, 'Hi, there');
		await write(cardId, 'Hi, there. **Done**');
		await run('updateSettings', { cardId, options: { summary: 'Done' } });
		const read = await lark.run({
			resource: 'message',
			operation: 'get',
			messageId: String(sent[0].json.message_id),
		});
		expect(read.items[0].json.text).toContain('Hi, there. **Done**');
		expect(cardOf(cardId).config).toEqual({
			streaming_mode: false,
			summary: { content: 'Done' },
		});
		await expect(write(cardId, 'More')).rejects.toMatchObject({
			description: expect.stringContaining('Card > Update Settings') as string,
		});
	});

	it('are sent once, also as a reply', async () => {
		const cardId = await create();
		const { messageId } = lark.sandbox.say({
			from: lark.sandbox.world.users[0],
			chat: group.chatId,
			text: 'Deploy!',
		});
		const { items: sent } = await sendBy('reply', { messageId, cardId });
		expect(sent[0].json).toMatchObject({ parent_id: messageId, msg_type: 'interactive' });
		const { error } = await send(cardId);
		expect(error).toMatchObject({
			description: expect.stringContaining('send a card entity once') as string,
		});
	});

	it('change in parts', async () => {
		const cardId = await create({ cardBody: 'Hi' });
		await run('addElement', {
			cardId,
			element: 'buttons',
			cardButtons: { button: [{ text: 'Log', url: 'https://example.com' }] },
			newElementId: 'actions',
		});
		const place = { position: 'insert_before', targetElementId: 'actions' };
		const elementJson = '[{"tag": "hr"}, {"tag": "hr"}]';
		await run('addElement', { cardId, ...place, element: 'json', elementJson, newElementId: 'l' });
		await run('updateElement', {
			cardId,
			elementId: 'body',
			elementProperties: { content: 'Ho', newElementId: 'text', json: '{"text_size": "heading"}' },
		});
		await run('updateElement', { cardId, elementId: 'l', extent: 'whole', cardBody: 'Line' });
		await run('deleteElement', { cardId, elementId: 'l_2' });
		expect(cardOf(cardId).body.elements).toMatchObject([
			{ tag: 'markdown', element_id: 'text', content: 'Ho', text_size: 'heading' },
			{ tag: 'markdown', element_id: 'l', content: 'Line' },
			{ tag: 'column_set', element_id: 'actions' },
		]);
	});

	it('change in several parts at once', async () => {
		const cardId = await create();
		const change = [
			{ action: 'text', elementId: 'body', text: 'Ho' },
			{
				action: 'add',
				text: 'First',
				newElementId: 'first',
				position: 'insert_before',
				targetElementId: 'body',
			},
			{ action: 'delete', elementIds: 'body' },
			{ action: 'settings', streamingMode: 'off', summary: 'Done' },
			{
				action: 'json',
				json: '{"action": "partial_update_element", "params": {"element_id": "first", "partial_element": {"text_align": "center"}}}',
			},
		];
		await run('batchUpdate', { cardId, changes: { change } });
		expect(cardOf(cardId)).toMatchObject({
			config: { streaming_mode: false, summary: { content: 'Done' } },
			body: {
				elements: [
					{ tag: 'markdown', element_id: 'first', content: 'First', text_align: 'center' },
				],
			},
		});
	});

	it('become other cards', async () => {
		const cardId = await create();
		await run('update', { cardId, cardTitle: 'Done', cardBody: 'All of it' });
		expect(cardOf(cardId)).toMatchObject({
			header: { title: { content: 'Done' } },
			body: { elements: [{ element_id: 'body', content: 'All of it' }] },
		});
	});

	it('are found by their message', async () => {
		const cardId = await create();
		const { items: sent } = await send(cardId);
		const [found] = await run('getId', { messageId: sent[0].json.message_id });
		expect(found.card_id).toBe(cardId);
	});

	it('show a text as it is written where that is asked for', async () => {
		const cardId = await create();
		await write(cardId, 'Hi <at id=all></at>', { ...QUICK, asWritten: true });
		expect(cardOf(cardId).body.elements[0].content).not.toContain('<at');
	});

	it.each([
		['streamText', { elementId: 'body', text: ' ' }, /^Text is empty/],
		['streamText', { elementId: 'body', text: 'x'.repeat(100_001) }, /^Text is too long: 100001/],
		['updateSettings', { streamingMode: 'keep' }, /nothing to update/],
		['updateElement', { elementId: 'body' }, /nothing to update/],
		['addElement', { cardBody: ' ' }, /^Text is empty/],
		['addElement', { element: 'buttons' }, /^Buttons is empty/],
		[
			'updateElement',
			{
				elementId: 'a',
				extent: 'whole',
				element: 'json',
				elementJson: '[{"tag":"hr"},{"tag":"hr"}]',
			},
			/makes 2 elements/,
		],
		['batchUpdate', {}, /^Changes is empty/],
		[
			'batchUpdate',
			{ changes: { change: [{ action: 'settings', streamingMode: 'keep' }] } },
			/changes nothing/,
		],
		[
			'streamText',
			{ cardId: 'om_1', elementId: 'body', text: 'Hi' },
			/Card ID .*it is the ID of a message/,
		],
	])('%s with %j is refused before anything is sent', async (operation, parameters, message) => {
		await expect(run(operation, { cardId: '7', ...parameters })).rejects.toMatchObject({
			message: expect.stringMatching(message) as string,
			description: expect.stringMatching(/\w/) as string,
		});
		expect(lark.sandbox.requests).toEqual([]);
	});

	describe('whose numbers Lark checks', () => {
		const rising = (numbers: number[]) =>
			expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));

		it('are changed by two executions at once', async () => {
			const cardId = await create();
			const texts = (name: string) =>
				items(...[1, 2, 3, 4, 5].map((n) => ({ text: `${name} ${n}` })));
			const execution = (name: string) =>
				run(
					'streamText',
					{ cardId, elementId: 'body', text: '={{ $json.text }}', options: QUICK },
					{ items: texts(name) },
				);
			const [first, second] = await Promise.all([execution('first'), execution('second')]);
			expect([first.length, second.length]).toEqual([5, 5]);
			expect(sequences(cardId)).toHaveLength(10);
			rising(sequences(cardId));
			const written = lark.sandbox.requests.flatMap(({ body }) => body.content ?? []);
			expect(written.filter((text) => String(text).startsWith('first'))).toEqual(
				[1, 2, 3, 4, 5].map((n) => `first ${n}`),
			);
		});

		it.each([5_000, 1_795_000_000])(
			'are changed after somebody has counted %d further',
			async (more) => {
				const cardId = await create();
				await write(cardId, 'One');
				const entity = lark.sandbox.world.cardEntities.byId(cardId)!;
				entity.sequence = Math.min(entity.sequence + more, 2 ** 31 - 3);
				await write(cardId, 'Two');
				expect(cardOf(cardId).body.elements[0].content).toBe('Two');
				rising(sequences(cardId));
			},
		);

		const answering = (code: number): ReturnType<Interceptor> => ({
			status: 400,
			body: { code, msg: 'refused' },
		});

		it.each([
			['is answered as done', undefined],
			['has too low a number', answering(300317)],
			['has a known uuid', answering(200770)],
		])('are changed once when the response is lost and the repetition %s', async (_how, second) => {
			const cardId = await create();
			const faults: Array<ReturnType<Interceptor>> = ['lose', second];
			const heal = lark.sandbox.intercept(({ path }) =>
				path.endsWith('/content') ? faults.shift() : undefined,
			);
			const done = await write(cardId, 'Once');
			heal();
			expect(done).toEqual([{ card_id: cardId, success: true }]);
			expect(lark.sandbox.world.cardEntities.byId(cardId)?.done.size).toBe(1);
			const uuids = lark.sandbox.requests.flatMap(({ body }) => body.uuid ?? []);
			expect(new Set(uuids).size).toBe(1);
		});

		it('wait out a rate limit', async () => {
			const cardId = await create();
			lark.sandbox.refuse({ api: 'cardkit.v1.card_element.content', code: 99991400, times: 2 });
			await write(cardId, 'Hi, there');
			expect(cardOf(cardId).body.elements[0].content).toBe('Hi, there');
		});
	});
});
