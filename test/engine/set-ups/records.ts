import type { IDataObject } from 'n8n-workflow';

import type { Chat, User } from '../../../sandbox';
import type { NodeGiven } from '../harness';
import { items, type LarkNode } from '../lark-node';
import { useLark } from './lark';

/** A sandbox, two chats in it without messages, and a person. */
export interface RecordsSetup {
	lark: LarkNode;
	group: Chat;
	other: Chat;
	alice: User;
}

/**
 * Connects the node to a sandbox for tests of Send From Item.
 *
 * @param ready gets it before the first test
 */
export function useRecords(ready: (setup: RecordsSetup) => void) {
	let setup: RecordsSetup;
	useLark((lark) => {
		const [group, other] = lark.sandbox.world.chats;
		setup = { lark, group, other, alice: lark.sandbox.world.users[0] };
		ready(setup);
	});
	beforeEach(() => {
		setup.group.messages.length = setup.other.messages.length = 0;
	});

	/** Without `messages`, the field is as n8n fills it in. */
	const send = async (
		json: IDataObject,
		{ messages, ...given }: Partial<NodeGiven> & { messages?: string } = {},
	) =>
		await setup.lark.run(
			{ resource: 'message', operation: 'sendFromItem', ...(messages && { messages }) },
			{ items: items(json), ...given },
		);
	const requestsTo = (path: string) =>
		setup.lark.sandbox.requests.filter((request) => request.path.endsWith(path));
	const contents = (chat = setup.group) => chat.messages.map(({ content }) => JSON.parse(content));
	return { send, requestsTo, contents };
}
