import { LarkError } from '../../../contract/lark-error';
import { assertMember, invalidParameter } from '../../checks';
import { handler, type HandlerTable } from '../../handler';
import type { UserIds } from '../../user-ids';
import { assertButtons, type GivenButtons } from './buttons';

interface Given {
	query: UserIds;
	body: { chat_id: string; user_ids?: string[]; buttons?: GivenButtons };
}

/** im-v2/groups-bots/update.md: the buttons of a chat in the lists of its members, replaced as a whole. */
const update = handler<Given>((call, { world }) => {
	const { chat_id, user_ids = [], buttons } = call.body;
	const chat = world.chat(chat_id);
	if (!chat) throw invalidParameter(call.endpoint, 'invalid chat_id');
	if (!chat.bots.includes(call.app.appId)) throw new LarkError(230027);
	assertMember(call, chat);
	if (user_ids.length === 0) throw invalidParameter(call.endpoint, 'user_ids is required');
	assertButtons(call, buttons);
	const failed_user_reasons = user_ids.flatMap((user_id) => {
		const user = world.findUser(call.app, call.query.user_id_type, user_id);
		if (!user || !chat.members.includes(user.userId)) {
			return [{ error_code: 0, error_message: 'The user is not in the chat', user_id }];
		}
		chat.feedButtons[user.userId] = buttons?.buttons ?? [];
		return [];
	});
	world.emit({ type: 'state' });
	return { failed_user_reasons };
});

export const chatButtonHandlers: HandlerTable = { 'im.v2.chat_button.update': update };
