import { LarkError } from '../../../contract/lark-error';
import type { Chat } from '../../../world/types';
import type { World } from '../../../world/world';
import { assertMember, assertNotDissolved, chatOf, invalidParameter } from '../../checks';
import { type Call, handler, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';
import { findMembers } from './member-ids';
import { actsAsOwner, manages } from './rights';
import { chatView, settingsView, viewOptions } from './view';

/** What members who are not managers may change. */
const OPEN_FIELDS = ['avatar', 'name', 'description', 'i18n_names'];

const RESTRICTIONS = ['screenshot', 'download', 'message'].map(
	(what) => `${what}_has_permission_setting`,
);

/** What can be said about a group when it is created or changed; other settings are stored as they are. */
interface GroupFields {
	name?: string;
	description?: string;
	avatar?: string;
	owner_id?: string;
	chat_type?: string;
	add_member_permission?: string;
	share_card_permission?: string;
	restricted_mode_setting?: Record<string, unknown>;
}

interface NewGroup {
	query: UserIds & { uuid?: string; set_bot_manager?: boolean };
	body: GroupFields & { user_id_list?: string[]; bot_id_list?: string[]; chat_mode?: string };
}

interface GroupChange {
	query: UserIds;
	body: GroupFields;
}

/** group/chat/create.md: the bot is in the group, and owns it unless an owner is named. */
const create = handler<NewGroup>((call, { world, createdChats }) => {
	const { uuid, set_bot_manager } = call.query;
	const { owner_id, user_id_list, bot_id_list, chat_mode: _mode, ...rest } = call.body;
	const { name = '', description = '', ...settings } = rest;
	assertPublicName(settings.chat_type, name);
	assertRestrictions(call);
	const owner = owner_id === undefined ? undefined : invited(call, world, [owner_id])[0];
	const members = invited(call, world, user_id_list);
	const { appId } = call.app;
	const chat = createdChats.once(appId, uuid && `${uuid} ${owner ?? ''}`, () => {
		const chat = world.addGroup({
			name,
			description,
			ownerId: owner ?? appId,
			creatorId: appId,
			members: [...new Set([...(owner ? [owner] : []), ...members])],
			bots: [...new Set([appId, ...invitedBots(world, bot_id_list)])],
			managers: owner && set_bot_manager ? [appId] : [],
		});
		Object.assign(chat.settings, withoutAvatar(settings));
		return chat;
	});
	const { chat_status: _status, ...view } = chatView(chat, world, viewOptions(call));
	return { ...view, ...settingsView(chat) };
});

/** group/chat/update-chat.md: what is not given stays. */
const update = handler<GroupChange>((call, platform) => {
	const { world } = platform;
	const chat = groupOf(call, platform);
	const { owner_id, name, description, ...settings } = call.body;
	assertMayUpdate(call, chat);
	assertAddAndShare(call);
	assertRestrictions(call);
	assertUniqueName(call, chat, world);
	if (owner_id !== undefined) chat.ownerId = newOwner(call, chat, world, owner_id);
	chat.name = name ?? chat.name;
	chat.description = description ?? chat.description;
	Object.assign(chat.settings, withoutAvatar(settings));
	world.emit({ type: 'state' });
	return {};
});

/** group/chat/delete.md */
const dissolve = handler((call, platform) => {
	const chat = groupOf(call, platform);
	if (!actsAsOwner(call, chat)) throw new LarkError(232017);
	chat.status = 'dissolved';
	platform.world.emit({ type: 'state' });
	return {};
});

export const settingsHandlers: HandlerTable = {
	'im.v1.chat.create': create,
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

/** Responses have an address that the platform makes instead of the image_key. */
function withoutAvatar({ avatar: _avatar, ...settings }: GroupFields) {
	return settings;
}

/** @returns user_ids */
function invited(call: Call<NewGroup>, world: World, ids: string[] = []): string[] {
	const found = findMembers(call, world, call.query.user_id_type, ids);
	if (found.some(({ resigned }) => resigned)) throw new LarkError(232022);
	return found.map(({ id, invisible }) => {
		if (!id || invisible) throw new LarkError(232043);
		return id;
	});
}

function invitedBots(world: World, ids: string[] = []): string[] {
	if (!ids.every((id) => world.app(id))) throw new LarkError(232021);
	return ids;
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

function assertRestrictions({ endpoint, body }: Call<{ body: GroupFields }>): void {
	const { restricted_mode_setting: mode } = body;
	if (!mode) return;
	const isAny = RESTRICTIONS.some((setting) => mode[setting] === 'not_anyone');
	if (isAny !== (mode.status === true)) {
		throw invalidParameter(endpoint, 'restricted_mode_setting does not fit its status');
	}
}

function assertPublicName(type: unknown, name: string): void {
	if (type !== 'public') return;
	if (name === '') throw new LarkError(232042);
	if (name.length < 2) throw new LarkError(232020);
}

function assertUniqueName({ body }: Call<GroupChange>, chat: Chat, world: World): void {
	const { chat_type = chat.settings.chat_type, name = chat.name } = body;
	if (chat_type !== 'public') return;
	const isTaken = world.chats.some(
		(other) => other !== chat && other.name === name && other.settings.chat_type === 'public',
	);
	if (isTaken) throw new LarkError(232026);
}
