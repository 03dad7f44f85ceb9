import type { INodeParameters } from 'n8n-workflow';

import type { Chat, User } from '../../../sandbox';
import type { LarkNode } from '../lark-node';
import { useLark } from './lark';

/** A sandbox, and what it starts with. */
export interface ChatsSetup {
	lark: LarkNode;
	people: User[];
	appId: string;
	seeded: Chat[];
}

/**
 * Connects the node to a sandbox and removes the chats that were made, before each test.
 *
 * @param ready gets it before the first test
 */
export function useChats(ready: (setup: ChatsSetup) => void) {
	let setup: ChatsSetup;
	useLark(
		(lark) => {
			const { chats, users: people } = lark.sandbox.world;
			setup = { lark, people, appId: lark.sandbox.app.appId, seeded: [...chats] };
			ready(setup);
		},
		{ seed: { users: 60 } },
	);
	beforeEach(() => {
		setup.lark.sandbox.world.chats.splice(0, Infinity, ...setup.seeded);
	});

	const run = async (operation: string, parameters: INodeParameters = {}) =>
		await setup.lark.run({ resource: 'chat', operation, ...parameters });
	const create = async (name: string, additionalFields: INodeParameters = {}) =>
		await run('create', { name, additionalFields });
	const made = () => setup.lark.sandbox.world.chats.slice(setup.seeded.length);
	const open = (user: User) => setup.lark.sandbox.openIdOf(user);
	return { run, create, made, open };
}
