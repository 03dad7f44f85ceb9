import type { ReceivedMessage } from '../../events/message';
import { toObject, toText } from '../../events/values';
import { getChat } from '../../lark/chats';
import { getUser } from '../../lark/people';
import type { LarkClient } from '../../transport/client';
import { PromiseCache } from './promiseCache';

const HOUR = 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** Names of people and chats, by app and ID. */
const names = new PromiseCache<string>(HOUR, MINUTE, 10_000);

/** A name that Lark is asked for. */
export interface RequestedName {
	/** Of the item. */
	field: 'sender_name' | 'chat_name';
	/** '' when Lark has none. */
	name: Promise<string>;
	/** What the item says when the name is missing. */
	warning: string;
}

/**
 * Asks for the names of a message's sender and of its group. A direct chat has no name, a bot none
 * that Lark would tell.
 *
 * @param appId ID of the app that knows the people and chats by these IDs
 */
export function requestNames(
	{ message, sender, place }: ReceivedMessage,
	appId: string,
	client: () => Promise<LarkClient>,
): RequestedName[] {
	const openId = toText(toObject(sender.sender_id).open_id);
	const chatId = toText(message.chat_id);
	const request = async (id: string, find: (lark: LarkClient, id: string) => Promise<string>) =>
		await names.get(
			`${appId}:${id}`,
			async () => await find(await client(), id),
			performance.now(),
		);
	return [
		...(openId && sender.sender_type === 'user'
			? [
					{
						field: 'sender_name' as const,
						name: request(openId, nameOfUser),
						warning:
							"The sender's name could not be read in time. It needs the scopes contact:contact.base:readonly and contact:user.base:readonly.",
					},
				]
			: []),
		...(chatId && place !== 'p2p'
			? [
					{
						field: 'chat_name' as const,
						name: request(chatId, nameOfChat),
						warning:
							"The chat's name could not be read in time. It needs the scope im:chat:readonly.",
					},
				]
			: []),
	];
}

/**
 * Asks for the name of a person.
 *
 * @param appId as for `requestNames`
 * @returns '' when Lark has none
 * @throws when Lark does not tell
 */
export async function requestUserName(
	openId: string,
	appId: string,
	client: () => Promise<LarkClient>,
): Promise<string> {
	return await names.get(
		`${appId}:${openId}`,
		async () => await nameOfUser(await client(), openId),
		performance.now(),
	);
}

async function nameOfUser(lark: LarkClient, user_id: string): Promise<string> {
	const { user } = await lark.call(getUser, {
		path: { user_id },
		query: { user_id_type: 'open_id' },
	});
	return user?.name ?? '';
}

async function nameOfChat(lark: LarkClient, chat_id: string): Promise<string> {
	const { name } = await lark.call(getChat, { path: { chat_id } });
	return name ?? '';
}
