import type { Mention, Sender } from '../world/types';
import type { World } from '../world/world';

/** Numbers the people and bots in a message in the order of their first mention. */
export class Mentions {
	readonly list: Mention[] = [];

	constructor(
		private readonly appId: string,
		private readonly world: World,
	) {}

	/** @returns `@_user_N`, `@_all`, or undefined for somebody unknown */
	key(id: string): string | undefined {
		if (id === 'all') return '@_all';
		const who = this.find(id);
		if (!who) return undefined;
		const known = this.list.find((mention) => JSON.stringify(mention.who) === JSON.stringify(who));
		if (known) return known.key;
		const key = `@_user_${this.list.length + 1}`;
		this.list.push({ key, who, name: this.world.nameOf(who) });
		return key;
	}

	name(key: string): string {
		return this.list.find((mention) => mention.key === key)?.name ?? '';
	}

	private find(id: string): Sender | undefined {
		const bot = this.world.apps.find((app) => app.botOpenId === id);
		if (bot) return { type: 'app', appId: bot.appId };
		const app = this.world.app(this.appId);
		if (!app) return undefined;
		const types = ['open_id', 'union_id', 'user_id'] as const;
		const user = types.map((type) => this.world.findUser(app, type, id)).find(Boolean);
		return user && { type: 'user', userId: user.userId };
	}
}
