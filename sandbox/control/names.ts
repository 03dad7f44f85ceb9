import type { World } from '../world/world';

/** Where an ID of a person or bot may stand in the content of a message. */
const ID = /\b(?:ou_[0-9a-f]{32}|on_[0-9a-f]{32}|[0-9a-f]{8})\b/g;

/**
 * The names of all people and bots whose IDs occur in a text, so that the page can show them.
 *
 * @param text content of a message as JSON
 */
export function namesIn(text: string, world: World): Record<string, string> {
	const known = new Set(text.match(ID));
	if (known.size === 0) return {};
	const all = [
		...world.users.flatMap((user) =>
			[
				user.userId,
				user.unionId,
				...world.apps.map(({ appId }) => world.userIdAs(user, appId, 'open_id')),
			].map((id) => [id, user.name] as const),
		),
		...world.apps.map(({ botOpenId, name }) => [botOpenId, name] as const),
	];
	return Object.fromEntries(all.filter(([id]) => known.has(id)));
}
