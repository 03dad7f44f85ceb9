import { LarkError } from '../../../contract/lark-error';
import { memberAs } from '../../../world/groups';
import type { World } from '../../../world/world';
import { senderOf } from '../../caller';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { UserIds } from '../../user-ids';
import { assertRestrictions, shownSettings, type GroupFields } from './group-fields';
import { findMembers } from './member-ids';
import { chatView, settingsView, viewOptions } from './view';

interface NewGroup {
	query: UserIds & { uuid?: string; set_bot_manager?: boolean };
	body: GroupFields & { user_id_list?: string[]; bot_id_list?: string[]; chat_mode?: string };
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
		Object.assign(chat.settings, shownSettings(settings));
		const invited = chat.bots.filter((id) => id !== appId).map((id) => memberAs(world, id));
		const by = senderOf(call);
		if (invited.length > 0) world.emit({ type: 'joined', chat, members: invited, by });
		return chat;
	});
	const { chat_status: _status, ...view } = chatView(chat, world, viewOptions(call));
	return { ...view, ...settingsView(chat) };
});

export const createHandlers: HandlerTable = { 'im.v1.chat.create': create };

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

function assertPublicName(type: unknown, name: string): void {
	if (type !== 'public') return;
	if (name === '') throw new LarkError(232042);
	if (name.length < 2) throw new LarkError(232020);
}
