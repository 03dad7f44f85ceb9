import { hasScope } from '../../../world/scopes';
import type { Chat } from '../../../world/types';
import { callerId, type Caller } from '../../caller';

const AS_OWNER = 'im:chat:operate_as_owner';

export function isOwner(caller: Caller, chat: Chat): boolean {
	return chat.ownerId === callerId(caller);
}

/** @returns whether the caller is the owner, or the bot that made the group and has the scope for it */
export function actsAsOwner(caller: Caller, chat: Chat): boolean {
	const isCreator = chat.creatorId === callerId(caller) && hasScope(caller, AS_OWNER);
	return isOwner(caller, chat) || (isCreator && !caller.user);
}

/** @returns whether the caller acts as the owner or is a manager */
export function manages(caller: Caller, chat: Chat): boolean {
	return actsAsOwner(caller, chat) || chat.managers.includes(callerId(caller));
}
