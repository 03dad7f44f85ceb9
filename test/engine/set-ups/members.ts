import type { INodeParameters } from 'n8n-workflow';

import type { Chat, User } from '../../../sandbox';
import { byId, type LarkNode } from '../lark-node';
import { useLark } from './lark';

/** A sandbox, and a group in it that the bot owns and the first three people are in. */
export interface MembersSetup {
	lark: LarkNode;
	group: Chat;
	people: User[];
	appId: string;
}

/**
 * Connects the node to a sandbox and restores a group that the bot owns before each test.
 *
 * @param ready gets both before the first test
 */
export function useMembers(ready: (setup: MembersSetup) => void) {
	let setup: MembersSetup;
	useLark(
		(lark) => {
			const { chats, users: people } = lark.sandbox.world;
			const group = chats.find(({ name }) => name === 'Customer Support')!;
			setup = { lark, group, people, appId: lark.sandbox.app.appId };
			ready(setup);
		},
		{ seed: { users: 70 } },
	);
	beforeEach(() => {
		const { group, people, appId } = setup;
		Object.assign(group, {
			ownerId: appId,
			members: people.slice(0, 3).map(({ userId }) => userId),
			bots: [appId],
			managers: [],
			status: 'normal',
			settings: { ...group.settings, chat_type: 'private' },
		});
	});

	const run = async (operation: string, parameters: INodeParameters = {}) =>
		await setup.lark.run({
			resource: 'chatMember',
			operation,
			chatId: byId(setup.group.chatId),
			...parameters,
		});
	const openIds = (users: User[]) => users.map((user) => setup.lark.sandbox.openIdOf(user));
	return { run, openIds };
}
