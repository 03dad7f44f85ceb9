import { readSpoken, type ReadBack } from '../content/read-back';
import { checkReceived } from '../content/received';
import { markRead } from '../world/reading';
import { placeOfReply } from '../world/replies';
import type { Chat, Message, Sender, User } from '../world/types';
import type { World } from '../world/world';
import { asSender, chatWith, personOf } from './people';
import { shareFile, type SharedFile } from './share-file';

export interface Saying {
	/** A user, or any app's open_id of one. */
	from: string | User;
	chat: string;
	/** May mention people: `<at user_id="ou_..."></at>`. */
	text?: string;
	/** Mentions the first bot of the chat before the text. */
	mentionBot?: boolean;
	/** A message_id of the same chat. */
	replyTo?: string;
	/** The reply opens a thread below that message, if it is in none. */
	inThread?: boolean;
	/** Sends a file, or an image when it is one, instead of text. */
	file?: SharedFile;
	/** Sends content of any received type instead of text, as apps receive it: a sticker, a vote, a location. */
	received?: { msgType: string; content: object };
}

/**
 * Lets a person write into a chat, as with the Lark client.
 *
 * @throws Error when the person, the chat or the message replied to does not exist or does not fit
 */
export function say(world: World, saying: Saying): Message {
	const user = personOf(world, saying.from);
	const chat = chatWith(world, saying.chat, user);
	const sender = asSender(user);
	const spoken = spokenIn(world, chat, sender, saying);
	const placed = place(world, chat, saying);
	markRead(world, chat, user);
	return world.addMessage({
		chatId: chat.chatId,
		sender,
		sentContent: spoken.content,
		...spoken,
		...placed,
	});
}

function spokenIn(world: World, chat: Chat, sender: Sender, saying: Saying) {
	if (saying.received) return give(world, sender, saying.received);
	if (saying.file) return shareFile(world, sender, saying.file);
	return { msgType: 'text', ...speak(world, chat, saying) };
}

/** A sticker becomes known, so that a bot can send it back. */
function give(world: World, owner: Sender, { msgType, content }: NonNullable<Saying['received']>) {
	checkReceived(msgType, content);
	const { file_key: key } = content as { file_key?: string };
	if (msgType === 'sticker' && key && !world.resource(key)) {
		const [kind, bytes] = ['sticker' as const, Buffer.alloc(0)];
		world.addResource({ key, kind, type: kind, owner, fileName: '', contentType: '', bytes });
	}
	return { msgType, content: JSON.stringify(content) };
}

function speak(world: World, chat: Chat, { text, mentionBot }: Saying): ReadBack {
	if (!text) throw new Error('A message needs text');
	const bot = world.app(chat.bots[0] ?? '');
	const mention = mentionBot && bot ? `<at user_id="${bot.botOpenId}"></at> ` : '';
	const reader = bot ?? world.apps[0];
	return readSpoken(mention + text, reader.appId, world);
}

function place(world: World, chat: Chat, { replyTo, inThread }: Saying) {
	if (!replyTo) return {};
	const parent = chat.messages.find((message) => message.messageId === replyTo);
	if (!parent) throw new Error(`There is no message ${replyTo} in this chat`);
	const reply = placeOfReply(chat, parent, inThread);
	if (parent.threadId !== reply.threadId) {
		parent.threadId = reply.threadId;
		world.emit({ type: 'message.changed', message: parent });
	}
	return reply;
}
