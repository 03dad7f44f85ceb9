import { chatCardContent, userCardContent } from '../../../nodes/shared/content/share';

describe('cards of chats and people', () => {
	it('are an ID alone', () => {
		expect(chatCardContent('oc_1')).toEqual({
			msg_type: 'share_chat',
			content: '{"chat_id":"oc_1"}',
		});
		expect(userCardContent(' ou_1 ')).toEqual({
			msg_type: 'share_user',
			content: '{"user_id":"ou_1"}',
		});
	});

	it.each(['', 'on_1', 'alice', 'ou_', 'a@example.com'])('refuse %j as a person', (id) => {
		expect(() => userCardContent(id)).toThrow(/User Open ID (is empty|cannot be)/);
	});
});
