import { LarkError } from '../../../contract/lark-error';
import type { Chat } from '../../../world/types';
import { openChatOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import { membersIn, type MemberIds } from './member-ids';
import { isOwner } from './rights';
import { managersOf } from './view';

const MAX_MANAGERS = 10;

interface NamedManagers {
	query: MemberIds;
	body: { manager_ids?: string[] };
}

/** group/chat-member/add_managers.md: by the owner, among the members. */
const add = handler<NamedManagers>((call, platform) => {
	const { chat, ids } = namedMembers(call, platform);
	const managers = new Set([...chat.managers, ...ids]);
	if (managers.size > MAX_MANAGERS) throw new LarkError(232040);
	return setManagers(call, platform, chat, [...managers]);
});

/** group/chat-member/delete_managers.md */
const remove = handler<NamedManagers>((call, platform) => {
	const { chat, ids } = namedMembers(call, platform);
	const managers = chat.managers.filter((id) => !ids.includes(id));
	return setManagers(call, platform, chat, managers);
});

export const managerHandlers: HandlerTable = {
	'im.v1.chat_managers.add_managers': add,
	'im.v1.chat_managers.delete_managers': remove,
};

function namedMembers(
	call: Call<NamedManagers>,
	platform: Platform,
): { chat: Chat; ids: string[] } {
	const chat = openChatOf(call, platform);
	if (!isOwner(call, chat)) throw new LarkError(232038);
	const inChat = [...chat.members, ...chat.bots];
	const ids = membersIn(call, platform.world, call.body.manager_ids).flatMap(({ id }) => id ?? []);
	const members = ids.filter((id) => inChat.includes(id));
	if (members.length === 0) throw new LarkError(232027);
	return { chat, ids: members };
}

function setManagers(
	call: Call<NamedManagers>,
	{ world }: Platform,
	chat: Chat,
	managers: string[],
) {
	chat.managers = managers;
	world.emit({ type: 'state' });
	const { users, bots } = managersOf(chat, call, world);
	return { chat_managers: users, chat_bot_managers: bots };
}
