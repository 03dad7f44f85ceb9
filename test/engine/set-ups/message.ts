import type { Message, Reaction } from '../../../sandbox';
import type { LarkNode } from '../lark-node';
import { useLark } from './lark';

/** A sandbox, and a message in a group of the bot. */
export interface MessageSetup {
	lark: LarkNode;
	message: Message;
}

/**
 * Connects the node to a sandbox, in which a person writes before each test.
 *
 * @param ready gets both before each test
 */
export function useMessage(ready: (setup: MessageSetup) => void) {
	let lark: LarkNode;
	useLark((opened) => (lark = opened));
	beforeEach(() => {
		const { chats, users } = lark.sandbox.world;
		ready({
			lark,
			message: lark.sandbox.say({ from: users[0], chat: chats[0].chatId, text: 'Hi' }),
		});
	});

	const by = (index: number, emojiType: string): Reaction => ({
		reactionId: `by-${index}-${emojiType}`,
		emojiType,
		operator: { type: 'user', userId: lark.sandbox.world.users[index].userId },
		time: 1_700_000_000_000,
	});
	return { by };
}
