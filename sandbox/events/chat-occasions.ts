import { isExternal, memberAs } from '../world/groups';
import type { App, Chat, Deed, GroupFacts, Sender } from '../world/types';
import type { World } from '../world/world';
import { documentedEvents } from './documented-event';
import { idsOf } from './identities';
import type { Occasion } from './occasion';

type Of<Type extends Deed['type']> = Extract<Deed, { type: Type }>;

const CHAT_UPDATED = 'im.chat.updated_v1';

/** What `im.chat.updated_v1` tells of a group. */
const TOLD_FACTS = new Set(
	documentedEvents
		.find(({ type }) => type === CHAT_UPDATED)
		?.event.find(({ name }) => name === 'after_change')
		?.children?.map(({ name }) => name),
);

/**
 * People: one event for the bots that are in the group (group/chat-member/event/added-events.md, deleted-events.md).
 * Bots: an event for the bot itself alone (added-events-1.md, deleted-events-1.md).
 */
export function membership(
	{ type, chat, members, by }: Of<'joined' | 'left'>,
	world: World,
): Occasion[] {
	const change = type === 'joined' ? 'added' : 'deleted';
	const people = members.filter((member) => member.type === 'user');
	const users = (app: App) =>
		people.map((member) => ({
			name: world.nameOf(member),
			tenant_key: world.tenantKey,
			user_id: idsOf(member, app, world),
		}));
	const ofPeople = botsIn(chat, world).map((app) => ({
		app,
		eventType: `im.chat.member.user.${change}_v1`,
		event: { ...chatChange(chat, by, app, world), users: users(app) },
	}));
	const bots = members.flatMap((member) =>
		member.type === 'app' ? (world.app(member.appId) ?? []) : [],
	);
	const ofBots = bots.map((app) => ({
		app,
		eventType: `im.chat.member.bot.${change}_v1`,
		event: chatChange(chat, by, app, world),
	}));
	return [...(people.length > 0 ? ofPeople : []), ...ofBots];
}

/** group/chat/events/updated.md: what has changed, before and after. */
export function updated({ chat, before, after, by }: Of<'chat.changed'>, world: World): Occasion[] {
	const changed = Object.keys(after).filter(
		(name) => TOLD_FACTS.has(name) && !isEqual(before[name], after[name]),
	);
	const added = after.moderators.filter((id) => !before.moderators.includes(id));
	const removed = before.moderators.filter((id) => !after.moderators.includes(id));
	if (changed.length + added.length + removed.length === 0) return [];
	return botsIn(chat, world).map((app) => {
		const listed = (moderators: string[]) =>
			moderators.map((userId) => ({
				tenant_key: world.tenantKey,
				user_id: idsOf({ type: 'user', userId }, app, world),
			}));
		const event = {
			...withoutName(chatChange(chat, by, app, world)),
			after_change: told(after, changed, app, world),
			before_change: told(before, changed, app, world),
			...(added.length + removed.length > 0 && {
				moderator_list: {
					added_member_list: listed(added),
					removed_member_list: listed(removed),
				},
			}),
		};
		return { app, eventType: CHAT_UPDATED, event };
	});
}

/** group/chat/events/disbanded.md */
export function disbanded({ chat, by }: Of<'chat.dissolved'>, world: World): Occasion[] {
	return botsIn(chat, world).map((app) => ({
		app,
		eventType: 'im.chat.disbanded_v1',
		event: chatChange(chat, by, app, world),
	}));
}

/** @returns the apps whose bots are in a chat */
export function botsIn({ bots }: Chat, world: World): App[] {
	return bots.flatMap((appId) => world.app(appId) ?? []);
}

function chatChange(chat: Chat, by: Sender, app: App, world: World) {
	return {
		chat_id: chat.chatId,
		operator_id: idsOf(by, app, world),
		external: isExternal(chat),
		operator_tenant_key: world.tenantKey,
		name: chat.name,
	};
}

function withoutName({ name: _name, ...change }: ReturnType<typeof chatChange>) {
	return change;
}

function told(facts: GroupFacts, names: string[], app: App, world: World) {
	const entries = names.map((name) =>
		name === 'owner_id'
			? [name, idsOf(memberAs(world, facts.owner_id), app, world)]
			: [name, facts[name]],
	);
	return Object.fromEntries(entries) as Record<string, unknown>;
}

function isEqual(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
