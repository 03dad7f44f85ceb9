import { flatCardAction } from '../../../nodes/shared/events/cardAction';
import { readEnvelope } from '../../../nodes/shared/push/envelope';
import { documentedEvents } from '../../../sandbox/events/documented-event';

const documented = documentedEvents.find(({ type }) => type === 'card.action.trigger')!;

function flat(event: object, names: Record<string, string> = {}) {
	const envelope = readEnvelope({ ...documented.example, event } as never);
	if (envelope.kind !== 'event') throw new Error('This is no event');
	return flatCardAction(envelope.event, new Map(Object.entries(names)));
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
		const item = flat(EVENT, { ou_1: 'Alice Chen' });
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

	it('starts with the answers, and has dates of a form as ISO 8601 and people with their names beside', () => {
		const form_value = {
			from: '2024-04-01 +0800',
			at: '2024-04-29 07:07 -0330',
			time: '00:00 +0800',
			approver: 'ou_2',
			team: ['ou_1', 'ou_3'],
			kinds: ['annual', 'sick'],
			nobody: [],
			reason: '',
			agreed: false,
		};
		const action = { tag: 'button', name: 'submit', timezone: 'Asia/Shanghai', form_value };
		const item = flat({ ...EVENT, action }, { ou_1: 'Alice Chen', ou_2: 'Bob Li' });
		expect(item).toMatchObject({
			form_value,
			dates: { from: '2024-04-01', at: '2024-04-29T07:07:00-03:30', time: '00:00' },
			people: {
				approver: { name: 'Bob Li', open_id: 'ou_2' },
				team: [{ name: 'Alice Chen', open_id: 'ou_1' }, { open_id: 'ou_3' }],
			},
			name: 'submit',
			timezone: 'Asia/Shanghai',
			operator: { name: 'Alice Chen' },
		});
		expect(Object.keys(item).slice(0, 4)).toEqual(['form_value', 'dates', 'people', 'name']);
		expect(Object.keys(item.dates as object)).toEqual(['from', 'at', 'time']);
		expect(Object.keys(item.people as object)).toEqual(['approver', 'team']);
	});

	it.each([
		[
			'a date',
			{ tag: 'date_picker', option: '2024-04-01 +0800' },
			{ option: '2024-04-01 +0800', date: '2024-04-01' },
		],
		[
			'a person',
			{ tag: 'select_person', option: 'ou_2' },
			{ option: 'ou_2', person: { name: 'Bob Li', open_id: 'ou_2' } },
		],
		['several options', { tag: 'multi_select_static', options: ['a'] }, { options: ['a'] }],
		['one of several', { tag: 'multi_select_static', options: 'a' }, { options: ['a'] }],
		['a tick', { tag: 'checker', checked: false }, { checked: false }],
		['a text', { tag: 'input', input_value: '2024-04-01' }, { input_value: '2024-04-01' }],
	])(
		'has %s that was answered outside a form, and which element it was',
		(_case, action, expected) => {
			const item = flat(
				{ ...EVENT, action: { value: { name: 'status' }, ...action } },
				{ ou_2: 'Bob Li' },
			);
			expect(item).toMatchObject({ ...expected, name: 'status', tag: action.tag });
			expect(Object.keys(item).slice(0, 2)).toEqual(['value', Object.keys(expected)[0]]);
		},
	);

	it.each([
		['a day that is none', '2024-13-01 +0800'],
		['a date without a zone', '2024-04-01'],
		['a text around a date', 'on 2024-04-01 +0800'],
	])('has %s as text only', (_case, text) => {
		const action = { tag: 'button', name: 'submit', form_value: { a: text, b: ['ou_1', text] } };
		const item = flat({ ...EVENT, action });
		expect(item).not.toHaveProperty('dates');
		expect(item).not.toHaveProperty('people');
	});

	it('takes no name from the value of a button', () => {
		const action = { tag: 'button', value: { name: 'Ada' } };
		expect(flat({ ...EVENT, action })).not.toHaveProperty('name');
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
