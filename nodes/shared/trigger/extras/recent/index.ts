import type { ReceivedMessage } from '../../../events/message';
import { recentMessage, type RecentMessage } from '../../../events/recent';
import type { DeliveryContext } from '../../context';
import { isSessionCommand } from '../../sessions';
import { withTimeout } from '../../withTimeout';
import { readBefore, type Found, type WantedMessages } from './readBefore';
import { namesOfSenders } from './namesOfSenders';

/** What was found before a message. */
export interface RecentMessages {
	/** The oldest first. */
	messages: RecentMessage[];
	/** When the command was written that they come after, in ms. */
	commandTime?: number;
	/** What the item says about what is missing. */
	warnings: string[];
}

/**
 * Reads what was written before a message: in its topic or thread, else in its chat, since the last command
 * that began a session. Never throws, and takes no longer than the item has time.
 */
export async function requestRecent(
	received: ReceivedMessage,
	wanted: WantedMessages,
	delivery: DeliveryContext,
): Promise<RecentMessages> {
	if (isSessionCommand(received, wanted.sessions.commands)) return { messages: [], warnings: [] };
	const found: Found = { messages: [], isWhole: false };
	const reading = readBefore(received, wanted, delivery, found).then(
		() => undefined,
		(error: Error) => error,
	);
	const error = await withTimeout(delivery.deadline - performance.now(), reading);
	const messages = found.messages.slice(0, wanted.count).reverse();
	const names = await namesOfSenders(messages, delivery);
	const isNameless = messages.some(
		(each) => each.sender.sender_type === 'user' && !names.has(each),
	);
	return {
		messages: messages.map((each) => recentMessage(each, names.get(each))),
		...(found.commandTime !== undefined && { commandTime: found.commandTime }),
		warnings: [
			...(found.isWhole ? [] : [whyMissing(error, received, messages.length)]),
			...(isNameless ? [NAMELESS] : []),
		],
	};
}

const NAMELESS =
	'Names in recent_messages could not be read in time. They need the scopes contact:contact.base:readonly and contact:user.base:readonly.';

function whyMissing(
	error: (Error & { description?: string | null }) | undefined,
	{ place }: ReceivedMessage,
	count: number,
): string {
	const what = count > 0 ? 'Some of the recent messages' : 'The recent messages';
	const why = error
		? [error.message, error.description ?? '']
		: ['There was no time: Lark waits 3 seconds for an answer'];
	const group = place === 'p2p' ? '' : ', and in groups im:message.group_msg';
	return [`${what} could not be read`, ...why, `They need the scope im:message:readonly${group}`]
		.filter((sentence) => sentence !== '')
		.map((sentence) => (sentence.endsWith('.') ? sentence : `${sentence}.`))
		.join(' ');
}
