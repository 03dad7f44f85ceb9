import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';

import { changeCard } from '../../../nodes/shared/lark/changeCard';
import { bench } from '../sandbox/support';

jest.setTimeout(60_000);

const refusal = (code: number) => new NodeApiError({} as INode, { code, msg: '' } as JsonObject);

describe('a change of a card', () => {
	it('waits for the one before it, also when that fails', async () => {
		const order: string[] = [];
		const slow = async () => {
			await new Promise((resolve) => setTimeout(resolve, 20));
			order.push('first');
			throw refusal(300313);
		};
		const both = [changeCard('1', slow), changeCard('1', async () => order.push('second'))];
		const [first] = await Promise.allSettled(both);
		expect([first.status, order]).toEqual(['rejected', ['first', 'second']]);
	});

	it('is tried with higher numbers as long as Lark finds them too low', async () => {
		const tried: number[] = [];
		await changeCard('2', async (sequence) => {
			tried.push(sequence);
			if (tried.length < 4) throw refusal(300317);
		});
		expect(tried).toEqual([tried[0], tried[0] + 8, tried[0] + 72, tried[0] + 584]);
	});

	it('ends when there is no higher number', async () => {
		let tries = 0;
		const change = changeCard('3', async () => {
			tries++;
			throw refusal(300317);
		});
		await expect(change).rejects.toThrow(NodeApiError);
		expect(tries).toBe(12);
	});

	it('is made when its uuid is known', async () => {
		await expect(
			changeCard('4', async () => {
				throw refusal(200770);
			}),
		).resolves.toBeUndefined();
	});

	it('is not repeated after any other refusal', async () => {
		let tries = 0;
		const change = changeCard('5', async () => {
			tries++;
			throw refusal(300309);
		});
		await expect(change).rejects.toThrow(NodeApiError);
		expect(tries).toBe(1);
	});

	it('gets through from two processes at once', async () => {
		const b = await bench();
		const text = { tag: 'markdown', element_id: 'body', content: '' };
		const card = { schema: '2.0', config: { streaming_mode: true }, body: { elements: [text] } };
		const data = { type: 'card_json', data: JSON.stringify(card) };
		const { card_id } = (await b.call('POST', 'cardkit/v1/cards', { body: data })).body.data;
		const token = await b.token();
		const write = async (name: string) => {
			const file = path.join(__dirname, 'change-a-card.ts');
			const given = [b.sandbox.url, token, card_id, name, '30'];
			const child = spawn(process.execPath, ['--import', 'tsx', file, ...given], {
				stdio: 'inherit',
			});
			const [code] = (await once(child, 'exit')) as [number];
			return code;
		};
		expect(await Promise.all([write('first'), write('second')])).toEqual([0, 0]);
		const made = b.sandbox.requests.filter(
			({ path: to, code }) => to.endsWith('/content') && code === 0,
		);
		const numbers = made.map(({ body }) => Number(body.sequence));
		expect(made).toHaveLength(60);
		expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
	});
});
