import { findOperation, resources } from '../../../nodes/Lark/description/resources';
import type { ItemParameters } from '../../../nodes/Lark/fields/item';
import { lanesOf } from '../../../nodes/Lark/run/lanesOf';

/** Parameters with these values; what is hidden is empty, as n8n gives it. */
const parameters = (values: Record<string, string>) =>
	({ string: (name: string) => values[name] ?? '' }) as unknown as ItemParameters;

const lanes = (resource: string, operation: string, values: Record<string, string>) =>
	lanesOf(findOperation(resource, operation)!, parameters(values), 'bot');

describe('the order of items', () => {
	it.each([
		['message', 'send', { receiver: 'oc_1' }, ['oc_1']],
		['message', 'reply', { messageId: 'om_1' }, ['om_1']],
		['message', 'forward', { messageId: 'om_1', receiver: 'oc_1' }, ['oc_1']],
		['message', 'updateCardFromCallback', { cardToken: 'c-1' }, ['c-1']],
		['message', 'getAll', { container: 'thread', threadId: 'omt_1' }, ['omt_1']],
		['message', 'getAll', { container: 'chat', chatId: 'oc_1' }, ['oc_1']],
		['chat', 'getAll', {}, []],
	])('of %s.%s is kept for %j', (resource, operation, values, expected) => {
		expect(lanes(resource, operation, values)).toEqual(expected);
	});

	it('is kept by fields that the operation has', () => {
		for (const { operations } of resources) {
			for (const operation of operations) {
				if (typeof operation.lanes === 'function') continue;
				const names = operation.properties.map(({ name }) => name);
				for (const { property } of operation.lanes) expect(names).toContain(property.name);
			}
		}
	});

	it('is that of all items for a group bot, which writes into one group', () => {
		const send = findOperation('message', 'send')!;
		const lane = lanesOf(send, parameters({}), 'groupBot');
		expect(lane).toHaveLength(1);
		expect(lanesOf(send, parameters({ receiver: 'oc_1' }), 'groupBot')).toEqual(lane);
	});

	it('is that of no other item when a parameter cannot be read', () => {
		const item = {
			string: () => {
				throw new Error('no text');
			},
		} as unknown as ItemParameters;
		expect(lanesOf(findOperation('message', 'send')!, item, 'bot')).toEqual([]);
	});
});
