import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Chat } from '../../../sandbox';
import type { NodeGiven } from '../harness';
import { byAddress, type LarkNode } from '../lark-node';
import { useLark } from './lark';

/** The content of a message in the output. */
export const textOf = (item?: INodeExecutionData) =>
	JSON.parse((item?.json.body as { content: string }).content) as IDataObject;

/** A sandbox, and a group in it without messages. */
export interface GroupSetup {
	lark: LarkNode;
	group: Chat;
}

/**
 * Connects the node to a sandbox and empties a group in it before each test.
 *
 * @param ready gets both before the first test
 * @returns a short way to send a text
 */
export function useGroup(ready: (setup: GroupSetup) => void) {
	let setup: GroupSetup;
	useLark((lark) => {
		const { chats } = lark.sandbox.world;
		setup = { lark, group: chats.find(({ name }) => name === 'Incident Response')! };
		ready(setup);
	});
	beforeEach(() => {
		setup.group.messages.length = 0;
	});

	const sendTo = async (value: string, given: Partial<NodeGiven> = {}, text = 'Hello') =>
		await setup.lark.run(
			{ resource: 'message', operation: 'send', receiver: byAddress(value), text },
			given,
		);
	return { sendTo };
}
