import type { Chat, GroupFacts, Sender } from './types';
import type { World } from './world';

/** @returns the person or bot behind a user_id or an app_id */
export function memberAs(world: World, id: string): Sender {
	return world.app(id) ? { type: 'app', appId: id } : { type: 'user', userId: id };
}

/** Whether people of other tenants may be in a chat. */
export const isExternal = ({ settings }: Chat): boolean => settings.external === true;

/** People and bots become members of a group; those who are in it stay. */
export function joinGroup(world: World, chat: Chat, ids: string[], by: Sender): void {
	const isNew = (id: string) => !chat.members.includes(id) && !chat.bots.includes(id);
	const members = [...new Set(ids)].filter(isNew).map((id) => memberAs(world, id));
	for (const member of members) {
		if (member.type === 'app') chat.bots.push(member.appId);
		else chat.members.push(member.userId);
	}
	world.emit({ type: 'state' });
	if (members.length > 0) world.emit({ type: 'joined', chat, members, by });
}

/**
 * People and bots leave a group, or are removed. When the owner leaves, the first member becomes the owner.
 *
 * @returns false, and nobody leaves, when nobody would remain
 */
export function leaveGroup(world: World, chat: Chat, ids: string[], by: Sender): boolean {
	const remains = (id: string) => !ids.includes(id);
	const owner = [chat.ownerId, ...chat.members, ...chat.bots].find(remains);
	if (!owner) return false;
	const members = [...chat.members, ...chat.bots].filter((id) => !remains(id));
	changeGroup(world, chat, by, () => {
		chat.ownerId = owner;
		chat.members = chat.members.filter(remains);
		chat.bots = chat.bots.filter(remains);
		chat.managers = chat.managers.filter(remains);
	});
	const gone = members.map((id) => memberAs(world, id));
	if (gone.length > 0) world.emit({ type: 'left', chat, members: gone, by });
	return true;
}

/** Changes name, description, owner, settings or moderators of a group. */
export function changeGroup(world: World, chat: Chat, by: Sender, change: () => void): void {
	const before = factsOf(chat);
	change();
	const after = factsOf(chat);
	world.emit({ type: 'state' });
	if (JSON.stringify(before) === JSON.stringify(after)) return;
	world.emit({ type: 'chat.changed', chat, before, after, by });
}

/** Ends a group. */
export function dissolveGroup(world: World, chat: Chat, by: Sender): void {
	chat.status = 'dissolved';
	world.emit({ type: 'state' });
	world.emit({ type: 'chat.dissolved', chat, by });
}

function factsOf({ name, description, ownerId, settings, moderators }: Chat): GroupFacts {
	return {
		...structuredClone(settings),
		name,
		description,
		owner_id: ownerId,
		moderators: [...moderators],
	};
}
