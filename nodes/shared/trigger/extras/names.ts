import { getChat } from '../../lark/chats';
import { getUser } from '../../lark/people';
import type { LarkClient } from '../../transport/client';
import { toObject, toText } from '../../events/values';
import type { ReceivedMessage } from '../../events/message';
import { PromiseCache } from './promiseCache';

const HOUR = 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** Names by app and ID. */
const names = new PromiseCache<string>(HOUR, MINUTE, 10_000);

/** One name to find out: the field that it goes into, and how to ask for it. */
export interface NameQuestion {
	field: 'sender_name' | 'chat_name';
	answer: Promise<string>;
}

const nameOfUser = async (lark: LarkClient, user_id: string) => {
	const { user } = await lark.call(getUser, {
		path: { user_id },
		query: { user_id_type: 'open_id' },
	});
	return user?.name ?? '';
};

const nameOfChat = async (lark: LarkClient, chat_id: string) => {
	const { name } = await lark.call(getChat, {
		path: { chat_id },
	});
	return name ?? '';
};

/**
 * Asks for the names of a message's sender and of its group. A direct chat has no name, a bot none
 * that Lark would tell.
 *
 * @param app whose IDs these are
 * @param now Unix time in ms
 */
export function askNames(
	{ message, sender, place }: ReceivedMessage,
	app: string,
	client: () => Promise<LarkClient>,
	now: number,
): NameQuestion[] {
	const openId = toText(toObject(sender.sender_id).open_id);
	const chatId = toText(message.chat_id);
	const ask = async (id: string, find: (lark: LarkClient, id: string) => Promise<string>) =>
		await names.get(`${app}:${id}`, async () => await find(await client(), id), now);
	return [
		...(openId && sender.sender_type === 'user'
			? [{ field: 'sender_name' as const, answer: ask(openId, nameOfUser) }]
			: []),
		...(chatId && place !== 'p2p'
			? [{ field: 'chat_name' as const, answer: ask(chatId, nameOfChat) }]
			: []),
	];
}

/** What an item says about a name that is missing. */
export const missingName = (field: NameQuestion['field']): string =>
	field === 'sender_name'
		? "The sender's name could not be read in time. It needs the scopes contact:contact.base:readonly and contact:user.base:readonly."
		: "The chat's name could not be read in time. It needs the scope im:chat:readonly.";
