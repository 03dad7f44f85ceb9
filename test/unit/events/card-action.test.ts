import { flatCardAction } from '../../../nodes/shared/events/cardAction';
import { readEnvelope } from '../../../nodes/shared/push/envelope';
import { documentedEvents } from '../../../sandbox/events/documented-event';

const documented = documentedEvents.find(({ type }) => type === 'card.action.trigger')!;

function flat(event: object, name?: string) {
	const envelope = readEnvelope({ ...documented.example, event } as never);
	if (envelope.kind !== 'event') throw new Error('This is no event');
	return flatCardAction(envelope.event, name);
}

const EVENT = {
	operator: { tenant_key: 't', open_id: 'ou_1', union_id: 'on_1' },
	token: 'c-1',
	action: { tag: 'button', value: { decision: 'yes' }, name: 'ok' },
	host: 'im_message',
	context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
};

describe('the item of a card action', () => {
	it('has what was pressed, who did it and where, without looking into other objects', () => {
		const item = flat(EVENT, 'Alice Chen');
		expect(item).toEqual({
			value: { decision: 'yes' },
			tag: 'button',
			name: 'ok',
			operator: { name: 'Alice Chen', open_id: 'ou_1', union_id: 'on_1' },
			message_id: 'om_1',
			chat_id: 'oc_1',
			token: 'c-1',
			host: 'im_message',
			event_type: 'card.action.trigger',
			event_id: expect.any(String),
			create_time: expect.any(String),
		});
		expect(Object.keys(item)[0]).toBe('value');
		expect(Object.keys(item.operator as object)[0]).toBe('name');
	});

	it('has the fields of a form, and what was chosen', () => {
		const action = { tag: 'button', name: 'submit', form_value: { reason: 'late', days: ['1'] } };
		expect(flat({ ...EVENT, action })).toMatchObject({
			form_value: { reason: 'late', days: ['1'] },
			name: 'submit',
		});
		const chosen = { tag: 'select_static', option: 'a', timezone: 'Asia/Shanghai' };
		expect(flat({ ...EVENT, action: chosen })).toMatchObject(chosen);
	});

	it('has no name of somebody unknown, and a value that is a text', () => {
		const item = flat({ ...EVENT, action: { tag: 'button', value: 'yes' } });
		expect(item).toMatchObject({ value: 'yes', operator: { open_id: 'ou_1' } });
		expect(item.operator).not.toHaveProperty('name');
	});

	it('keeps all that Lark documents', () => {
		const { event } = documented.example as { event: Record<string, object> };
		const text = JSON.stringify(flat(event));
		const values = (node: unknown): unknown[] =>
			typeof node === 'object' && node !== null ? Object.values(node).flatMap(values) : [node];
		const { tenant_key, ...operator } = event.operator as { tenant_key?: string };
		expect(tenant_key).toBeDefined();
		for (const value of values({ ...event, operator })) {
			expect(text).toContain(JSON.stringify(value));
		}
	});
});
