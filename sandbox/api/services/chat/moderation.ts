import { LarkError } from '../../../contract/lark-error';
import { changeGroup } from '../../../world/groups';
import { senderOf } from '../../caller';
import { invalidParameter, openChatOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';
import { actsAsOwner } from './rights';

interface ModerationChange {
	query: UserIds;
	body: {
		moderation_setting?: string;
		moderator_added_list?: string[];
		moderator_removed_list?: string[];
	};
}

/** group/chat/get-chat-moderation.md */
const get = handler<{ query: UserIds & PageQuery }>((call, platform) => {
	const chat = openChatOf(call, platform);
	const { world } = platform;
	const { user_id_type: type } = call.query;
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
});

/** group/chat/update-chat-moderation.md: the lists go with the mode moderator_list. */
const update = handler<ModerationChange>((call, platform) => {
	const chat = openChatOf(call, platform);
	if (!actsAsOwner(call, chat)) throw new LarkError(232017);
	const { moderator_added_list, moderator_removed_list } = call.body;
	const mode = call.body.moderation_setting ?? chat.settings.moderation_permission;
	const added = userIds(call, platform, moderator_added_list);
	const removed = userIds(call, platform, moderator_removed_list);
	if (mode !== 'moderator_list' && added.length + removed.length > 0) {
		throw invalidParameter(call.endpoint, 'the lists need moderation_setting moderator_list');
	}
	if (added.some((id) => removed.includes(id))) {
		throw invalidParameter(call.endpoint, 'a user is in both lists');
	}
	changeGroup(platform.world, chat, senderOf(call), () => {
		chat.settings.moderation_permission = mode;
		const moderators = new Set([...chat.moderators, ...added]);
		chat.moderators = [...moderators].filter((id) => !removed.includes(id));
	});
	return {};
});

export const moderationHandlers: HandlerTable = {
	'im.v1.chat_moderation.get': get,
	'im.v1.chat_moderation.update': update,
};

function userIds(
	{ app, endpoint, query }: Call<{ query: UserIds }>,
	{ world }: Platform,
	given: string[] = [],
): string[] {
	return given.map((id) => {
		const user = world.findUser(app, query.user_id_type, id);
		if (!user) throw invalidParameter(endpoint, `there is no moderator ${id}`);
		return user.userId;
	});
}
