import { eventKeyOf } from '../../../nodes/shared/push/eventKey';

describe('identityOf', () => {
	it('is the message_id of a received message, whatever the event ID', () => {
		const payload = { event: { message: { message_id: 'om_1' } } };
		expect(eventKeyOf({ type: 'im.message.receive_v1', id: 'one', payload })).toBe('om_1');
		expect(eventKeyOf({ type: 'im.message.receive_v1', id: 'two', payload })).toBe('om_1');
	});

	it('is the event ID of everything else, so that two reactions to one message are two events', () => {
		const payload = { event: { message_id: 'om_1', message: { message_id: 'om_1' } } };
		expect(eventKeyOf({ type: 'im.message.reaction.created_v1', id: 'one', payload })).toBe('one');
	});

	it('is the event ID of a message without an ID', () => {
		expect(eventKeyOf({ type: 'im.message.receive_v1', id: 'one', payload: {} })).toBe('one');
	});
});
