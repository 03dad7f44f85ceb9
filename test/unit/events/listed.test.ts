import { eventOfListed } from '../../../nodes/shared/events/listed';

const LISTED = {
	message_id: 'om_1',
	root_id: 'om_0',
	thread_id: 'omt_1',
	msg_type: 'text',
	create_time: '1767261600000',
	update_time: '1767261600001',
	deleted: false,
	updated: false,
	chat_id: 'oc_1',
	sender: { id: 'ou_ann', id_type: 'open_id', sender_type: 'user', tenant_key: 't' },
	body: { content: '{"text":"@_user_1 hi"}' },
	mentions: [
		{ key: '@_user_1', id: 'ou_bot', id_type: 'open_id', name: 'Helper', tenant_key: 't' },
	],
	upper_message_id: 'om_9',
};

describe('a message of a list as an event', () => {
	it('has the fields that the event had, by the names of the event', () => {
		expect(eventOfListed(LISTED, 'p2p')).toEqual({
			sender: { sender_id: { open_id: 'ou_ann' }, sender_type: 'user', tenant_key: 't' },
			message: {
				message_id: 'om_1',
				root_id: 'om_0',
				thread_id: 'omt_1',
				create_time: '1767261600000',
				update_time: '1767261600001',
				chat_id: 'oc_1',
				chat_type: 'p2p',
				message_type: 'text',
				content: '{"text":"@_user_1 hi"}',
				mentions: [{ key: '@_user_1', id: { open_id: 'ou_bot' }, name: 'Helper', tenant_key: 't' }],
			},
		});
	});

	it('is none for what was recalled, and for notices of Lark', () => {
		expect(eventOfListed({ ...LISTED, deleted: true }, 'p2p')).toBeUndefined();
		expect(eventOfListed({ ...LISTED, msg_type: 'system' }, 'p2p')).toBeUndefined();
	});

	it('has no mentions when the list has none', () => {
		const { mentions: _none, ...rest } = LISTED;
		expect(eventOfListed(rest, 'group')?.message).not.toHaveProperty('mentions');
	});
});
