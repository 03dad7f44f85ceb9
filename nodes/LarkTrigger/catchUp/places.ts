import type { EventSettings } from '../../shared/trigger/settings';
import { groupsOf, type ChatHistory, type MessagePlace } from './history';
import type { Known } from './known';

const DIRECT = 'p2p';

const chat = (chatType: MessagePlace['chatType']) => (id: string) => ({
	id,
	isThread: false,
	chatType,
});

const wantsGroups = ({ filter: { places } }: EventSettings) =>
	places.size === 0 || places.has('group') || places.has('topic');

const wantsDirect = ({ filter: { places } }: EventSettings) =>
	places.size === 0 || places.has(DIRECT);

/** The direct chats that a trigger knows and wants. */
export const directChatsToRead = ({ chats }: Known, settings: EventSettings): MessagePlace[] =>
	wantsDirect(settings) ? chats.map(chat(DIRECT)) : [];

/** The groups that a trigger wants: those that are selected, or all of the bot. */
export async function groupsToRead(
	history: ChatHistory,
	settings: EventSettings,
): Promise<MessagePlace[]> {
	if (!wantsGroups(settings)) return [];
	const { groups } = settings.filter;
	return (groups.size > 0 ? [...groups] : await groupsOf(history)).map(chat('group'));
}

/** The threads that a trigger knows: their beginnings may be older than what is read of their chats. */
export const threadsIn = ({ threads, chats }: Known, settings: EventSettings): MessagePlace[] =>
	Object.entries(threads).flatMap(([id, chatId]) => {
		const isDirect = chats.includes(chatId);
		const isWanted = isDirect ? wantsDirect(settings) : wantsGroups(settings);
		const chatType = isDirect ? DIRECT : 'group';
		return isWanted ? [{ id, isThread: true, chatType }] : [];
	});
