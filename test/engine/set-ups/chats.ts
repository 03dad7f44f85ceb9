import type { INodeParameters } from 'n8n-workflow';

import type { Chat, User } from '../../../sandbox';
import type { LarkNode } from '../lark-node';
import { useLark } from './lark';

/** A sandbox, and what it starts with. */
export interface ChatsStage {
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
export function useChats(ready: (stage: ChatsStage) => void) {
	let stage: ChatsStage;
	useLark(
		(lark) => {
			const { chats, users: people } = lark.sandbox.world;
			stage = { lark, people, appId: lark.sandbox.app.appId, seeded: [...chats] };
			ready(stage);
		},
		{ seed: { users: 60 } },
	);
	beforeEach(() => {
		stage.lark.sandbox.world.chats.splice(0, Infinity, ...stage.seeded);
	});

	const run = async (operation: string, parameters: INodeParameters = {}) =>
		await stage.lark.run({ resource: 'chat', operation, ...parameters });
	const create = async (name: string, additionalFields: INodeParameters = {}) =>
		await run('create', { name, additionalFields });
	const made = () => stage.lark.sandbox.world.chats.slice(stage.seeded.length);
	const open = (user: User) => stage.lark.sandbox.openIdOf(user);
	return { run, create, made, open };
}
