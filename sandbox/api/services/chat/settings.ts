import type { Chat } from '../../../world/types';
import type { UserIdType, World } from '../../../world/world';
import { actsAsOwner, manages } from './rights';
import { assertMember, assertNotDissolved, chatOf, invalidParameter } from '../../checks';
import { LarkError } from '../../../contract/lark-error';
import type { Call, Handler, Platform } from '../../platform';
import { chatView, settingsView, viewOptions } from './view';
import { findMembers } from './member-ids';

/** What members who are not managers may change. */
const OPEN_FIELDS = ['avatar', 'name', 'description', 'i18n_names'];

const RESTRICTIONS = ['screenshot', 'download', 'message'].map(
	(what) => `${what}_has_permission_setting`,
);

/** group/chat/create.md: the bot is in the group, and owns it unless an owner is named. */
const create: Handler = (call, { world, createdChats }) => {
	const { uuid, set_bot_manager } = call.query as { uuid?: string; set_bot_manager?: boolean };
	const { owner_id, user_id_list, bot_id_list, chat_mode: _mode, ...rest } = call.body;
	const { name = '', description = '', ...settings } = rest as Record<string, string>;
	assertPublicName(settings.chat_type, name);
	assertRestrictions(call);
	const owner = owner_id === undefined ? undefined : invited(call, world, [owner_id as string])[0];
	const members = invited(call, world, (user_id_list as string[] | undefined) ?? []);
	const { appId } = call.app;
	const chat = createdChats.once(appId, uuid && `${uuid} ${owner ?? ''}`, () => {
		const chat = world.addGroup({
			name,
			description,
			ownerId: owner ?? appId,
			creatorId: appId,
			members: [...new Set([...(owner ? [owner] : []), ...members])],
			bots: [...new Set([appId, ...invitedBots(world, bot_id_list as string[] | undefined)])],
			managers: owner && set_bot_manager ? [appId] : [],
		});
		Object.assign(chat.settings, withoutAvatar(settings));
		return chat;
	});
	const { chat_status: _status, ...view } = chatView(chat, world, viewOptions(call));
	return { ...view, ...settingsView(chat) };
};

/** group/chat/update-chat.md: what is not given stays. */
const update: Handler = (call, platform) => {
	const { world } = platform;
	const chat = groupOf(call, platform);
	const { owner_id, name, description, ...settings } = call.body as Record<string, string>;
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
};

/** group/chat/delete.md */
const dissolve: Handler = (call, platform) => {
	const chat = groupOf(call, platform);
	if (!actsAsOwner(call, chat)) throw new LarkError(232017);
	chat.status = 'dissolved';
	platform.world.emit({ type: 'state' });
	return {};
};

export const chatSettingsHandlers: Record<string, Handler> = {
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

/** The answers have an address that the platform makes, not the image_key. */
function withoutAvatar({ avatar: _avatar, ...settings }: Record<string, unknown>) {
	return settings;
}

/** @returns user_ids */
function invited(call: Call, world: World, ids: string[]): string[] {
	const found = findMembers(call, world, call.query.user_id_type as UserIdType & 'open_id', ids);
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

function newOwner(call: Call, chat: Chat, world: World, id: string): string {
	const user = world.findUser(call.app, call.query.user_id_type as UserIdType, id);
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

function assertAddAndShare({ endpoint, body }: Call): void {
	const pair = `${String(body.add_member_permission)} ${String(body.share_card_permission)}`;
	const pairs = ['undefined undefined', 'only_owner not_allowed', 'all_members allowed'];
	if (pairs.includes(pair)) return;
	throw invalidParameter(endpoint, 'add_member_permission and share_card_permission do not fit');
}

function assertRestrictions({ endpoint, body }: Call): void {
	const mode = body.restricted_mode_setting as Record<string, unknown> | undefined;
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

function assertUniqueName({ body }: Call, chat: Chat, world: World): void {
	const { chat_type = chat.settings.chat_type, name = chat.name } = body;
	if (chat_type !== 'public') return;
	const isTaken = world.chats.some(
		(other) => other !== chat && other.name === name && other.settings.chat_type === 'public',
	);
	if (isTaken) throw new LarkError(232026);
}
