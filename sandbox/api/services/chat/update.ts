import { LarkError } from '../../../contract/lark-error';
import { changeGroup, dissolveGroup } from '../../../world/groups';
import type { Chat } from '../../../world/types';
import type { World } from '../../../world/world';
import { senderOf } from '../../caller';
import { assertMember, assertNotDissolved, chatOf, invalidParameter } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';
import { assertRestrictions, shownSettings, type GroupFields } from './group-fields';
import { actsAsOwner, manages } from './rights';

/** What members who are not managers may change. */
const OPEN_FIELDS = ['avatar', 'name', 'description', 'i18n_names'];

interface GroupChange {
	query: UserIds;
	body: GroupFields;
}

/** group/chat/update-chat.md: what is not given stays. */
const update = handler<GroupChange>((call, platform) => {
	const { world } = platform;
	const chat = groupOf(call, platform);
	const { owner_id, name, description, ...settings } = call.body;
	assertMayUpdate(call, chat);
	assertAddAndShare(call);
	assertRestrictions(call);
	assertUniqueName(call, chat, world);
	const ownerId = owner_id === undefined ? chat.ownerId : newOwner(call, chat, world, owner_id);
	changeGroup(world, chat, senderOf(call), () => {
		chat.ownerId = ownerId;
		chat.name = name ?? chat.name;
		chat.description = description ?? chat.description;
		Object.assign(chat.settings, shownSettings(settings));
	});
	return {};
});

/** group/chat/delete.md */
const dissolve = handler((call, platform) => {
	const chat = groupOf(call, platform);
	if (!actsAsOwner(call, chat)) throw new LarkError(232017);
	dissolveGroup(platform.world, chat, senderOf(call));
	return {};
});

export const changeHandlers: HandlerTable = {
	'im.v1.chat.update': update,
	'im.v1.chat.delete': dissolve,
};

function groupOf(call: Call, platform: Platform): Chat {
	const chat = chatOf(call, platform);
	if (chat.mode !== 'group') throw new LarkError(232008);
	assertNotDissolved(call, chat);
	assertMember(call, chat);
	return chat;
}

function newOwner(call: Call<GroupChange>, chat: Chat, world: World, id: string): string {
	const user = world.findUser(call.app, call.query.user_id_type, id);
	if (!user) throw new LarkError(232035);
	if (!chat.members.includes(user.userId)) throw new LarkError(232012);
	return user.userId;
}

function assertMayUpdate(call: Call, chat: Chat): void {
	if (manages(call, chat)) return;
	if (chat.settings.edit_permission === 'only_owner') throw new LarkError(232002);
	const isOpen = Object.keys(call.body).every((field) => OPEN_FIELDS.includes(field));
	if (!isOpen) throw new LarkError(232016);
}

function assertAddAndShare({ endpoint, body }: Call<GroupChange>): void {
	const pair = `${String(body.add_member_permission)} ${String(body.share_card_permission)}`;
	const pairs = ['undefined undefined', 'only_owner not_allowed', 'all_members allowed'];
	if (pairs.includes(pair)) return;
	throw invalidParameter(endpoint, 'add_member_permission and share_card_permission do not fit');
}

function assertUniqueName({ body }: Call<GroupChange>, chat: Chat, world: World): void {
	const { chat_type = chat.settings.chat_type, name = chat.name } = body;
	if (chat_type !== 'public') return;
	const isTaken = world.chats.some(
		(other) => other !== chat && other.name === name && other.settings.chat_type === 'public',
	);
	if (isTaken) throw new LarkError(232026);
}
