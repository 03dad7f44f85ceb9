import type { IExecuteFunctions } from 'n8n-workflow';

import { runKeyOf } from '../../../nodes/Lark/run/runKey';

const context = (instance: string, execution = '1', runIndex = 0, noted = {}, made = 1) =>
	({
		getInstanceId: () => instance,
		getExecutionId: () => execution,
		getContext: () => noted,
		getExecutionContext: () => ({ version: 1, establishedAt: made, source: 'trigger' }),
		getNode: () => ({ id: 'node' }),
		getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
	}) as unknown as IExecuteFunctions;

describe('the key of a run', () => {
	it('is the same in each try', () => {
		expect(runKeyOf(context('a'))).toEqual(runKeyOf(context('a')));
	});

	it('is the same in a Retry, which has an ID of its own and the data of the first execution', () => {
		const noted = {};
		const first = runKeyOf(context('a', '7', 0, noted));
		const stored = JSON.parse(JSON.stringify(noted)) as object;
		expect(runKeyOf(context('a', '8', 0, stored))).toEqual(first);
		expect(runKeyOf(context('a', '9', 0, stored))).toEqual(first);
		expect(runKeyOf(context('a', '9', 1, stored))).not.toEqual(first);
		expect(runKeyOf(context('a', '8'))).not.toEqual(first);
	});

	it('is the same in a Retry that has no data of the first execution, because n8n was killed', () => {
		const retry = Object.assign(context('a', '8'), {
			additionalData: { hooks: { retryOf: '7' } },
		});
		expect(runKeyOf(retry)).toEqual(runKeyOf(context('a', '7')));
		for (const hooks of [{}, { retryOf: undefined }, { retryOf: '' }]) {
			const other = Object.assign(context('a', '8'), { additionalData: { hooks } });
			expect(runKeyOf(other)).toEqual(runKeyOf(context('a', '8')));
		}
	});

	it('differs between two n8n whose executions and nodes coincide', () => {
		expect(runKeyOf(context('a'))).not.toEqual(runKeyOf(context('b')));
	});

	it('differs between two n8n with one encryption key, and before and after a new database', () => {
		const first = runKeyOf(context('a', '1', 0, {}, 1_000));
		expect(runKeyOf(context('a', '1', 0, {}, 2_000))).not.toEqual(first);
		expect(runKeyOf(context('a', '1', 0, {}, 1_000))).toEqual(first);
	});

	it('needs no more than an older n8n tells', () => {
		const old = { ...context('a'), getExecutionContext: undefined } as unknown as IExecuteFunctions;
		expect(runKeyOf(old)).toEqual(runKeyOf(old));
	});

	it('differs between executions, and between runs in a loop', () => {
		expect(runKeyOf(context('a', '1'))).not.toEqual(runKeyOf(context('a', '2')));
		expect(runKeyOf(context('a', '1', 0))).not.toEqual(runKeyOf(context('a', '1', 1)));
	});
});
