import type { Chat } from '../../../world/types';
import { hasScope } from '../../authenticate';
import { callerId } from '../../checks';
import type { Call } from '../../platform';

const AS_OWNER = 'im:chat:operate_as_owner';

export function isOwner(call: Call, chat: Chat): boolean {
	return chat.ownerId === callerId(call);
}

/** @returns whether the caller is the owner, or the bot that made the group and has the scope for it */
export function actsAsOwner(call: Call, chat: Chat): boolean {
	const isCreator = chat.creatorId === callerId(call) && hasScope(call, AS_OWNER);
	return isOwner(call, chat) || (isCreator && !call.user);
}

/** @returns whether the caller acts as the owner or is a manager */
export function manages(call: Call, chat: Chat): boolean {
	return actsAsOwner(call, chat) || chat.managers.includes(callerId(call));
}
