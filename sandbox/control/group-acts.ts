import { changeGroup, dissolveGroup, joinGroup, leaveGroup, memberAs } from '../world/groups';
import type { Chat, User } from '../world/types';
import type { World } from '../world/world';
import { asSender, chatWith, found, personOf } from './people';

/** People by open_id, bots by app_id. */
export interface Invited {
	members?: string[];
	bots?: string[];
}

/** A person makes a group and owns it. */
export function createGroupAs(world: World, user: User, name: string, invited: Invited): Chat {
	if (!name) throw new Error('A group needs a name');
	const { people, bots } = idsOf(world, invited);
	const members = [...new Set([user.userId, ...people])];
	const chat = world.addGroup({
		name,
		members,
		bots,
		ownerId: user.userId,
		creatorId: user.userId,
	});
	const by = asSender(user);
	const joined = bots.map((id) => memberAs(world, id));
	if (joined.length > 0) world.emit({ type: 'joined', chat, members: joined, by });
	return chat;
}

/** A person adds people and bots to a group. */
export function addAs(world: World, user: User, chatId: string, invited: Invited): Chat {
	const chat = groupWith(world, user, chatId);
	const { people, bots } = idsOf(world, invited);
	joinGroup(world, chat, [...people, ...bots], asSender(user));
	return chat;
}

/** A person leaves a group, or removes others from one that they own or manage. */
export function removeAs(world: World, user: User, chatId: string, removed: Invited): Chat {
	const chat = groupWith(world, user, chatId);
	const { people, bots } = idsOf(world, removed);
	const ids = [...people, ...bots];
	const isLeaving = ids.every((id) => id === user.userId);
	if (!isLeaving) assertRuns(chat, user);
	if (!leaveGroup(world, chat, ids, asSender(user))) throw new Error('Somebody must remain');
	return chat;
}

/** A person changes the name or the description of a group. */
export function renameAs(
	world: World,
	user: User,
	chatId: string,
	{ name, description }: { name?: string; description?: string },
): Chat {
	const chat = groupWith(world, user, chatId);
	if (name === '') throw new Error('A group needs a name');
	changeGroup(world, chat, asSender(user), () => {
		chat.name = name ?? chat.name;
		chat.description = description ?? chat.description;
	});
	return chat;
}

/** The owner ends a group. */
export function dissolveAs(world: World, user: User, chatId: string): void {
	const chat = groupWith(world, user, chatId);
	if (chat.ownerId !== user.userId) throw new Error(`${user.name} does not own this group`);
	dissolveGroup(world, chat, asSender(user));
}

function groupWith(world: World, user: User, chatId: string): Chat {
	const chat = chatWith(world, chatId, user);
	if (chat.mode !== 'group') throw new Error('This chat is no group');
	return chat;
}

function assertRuns({ ownerId, managers }: Chat, { userId, name }: User): void {
	if (ownerId === userId || managers.includes(userId)) return;
	throw new Error(`${name} does not own or manage this group`);
}

function idsOf(world: World, { members = [], bots = [] }: Invited) {
	return {
		people: members.map((id) => personOf(world, id).userId),
		bots: bots.map((id) => found(world.app(id), 'app', id).appId),
	};
}
