import type { UserIdType } from '../../../world/world';
import { actsAsOwner } from './rights';
import { invalidParameter, openChatOf } from '../../checks';
import { LarkError } from '../../../contract/lark-error';
import { paginate } from '../../paging';
import type { Call, Handler, Platform } from '../../platform';

/** group/chat/get-chat-moderation.md */
const get: Handler = (call, platform) => {
	const chat = openChatOf(call, platform);
	const { world } = platform;
	const type = call.query.user_id_type as UserIdType;
	const moderators = chat.moderators.flatMap((userId) => world.userById(userId) ?? []);
	const page = paginate(call, moderators);
	return {
		moderation_setting: chat.settings.moderation_permission,
		...page,
		items: page.items.map((user) => ({
			user_id_type: type,
			user_id: world.userIdAs(user, call.app.appId, type),
			tenant_key: world.tenantKey,
		})),
	};
};

/** group/chat/update-chat-moderation.md: the lists go with the mode moderator_list. */
const update: Handler = (call, platform) => {
	const chat = openChatOf(call, platform);
	if (!actsAsOwner(call, chat)) throw new LarkError(232017);
	const mode = call.body.moderation_setting ?? chat.settings.moderation_permission;
	const added = userIds(call, platform, 'moderator_added_list');
	const removed = userIds(call, platform, 'moderator_removed_list');
	if (mode !== 'moderator_list' && added.length + removed.length > 0) {
		throw invalidParameter(call.endpoint, 'the lists need moderation_setting moderator_list');
	}
	if (added.some((id) => removed.includes(id))) {
		throw invalidParameter(call.endpoint, 'a user is in both lists');
	}
	chat.settings.moderation_permission = mode;
	const moderators = new Set([...chat.moderators, ...added]);
	chat.moderators = [...moderators].filter((id) => !removed.includes(id));
	platform.world.emit({ type: 'state' });
	return {};
};

export const chatModerationHandlers: Record<string, Handler> = {
	'im.v1.chat_moderation.get': get,
	'im.v1.chat_moderation.update': update,
};

function userIds({ app, body, endpoint, query }: Call, { world }: Platform, list: string) {
	return ((body[list] as string[] | undefined) ?? []).map((id) => {
		const user = world.findUser(app, query.user_id_type as UserIdType, id);
		if (!user) throw invalidParameter(endpoint, `invalid ${list}`);
		return user.userId;
	});
}
