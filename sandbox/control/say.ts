import { readSpoken, type ReadBack } from '../content/read-back';
import { checkReceived } from '../content/received';
import { ids } from '../world/ids';
import { sniffImage } from '../world/image-format';
import { placeOfReply } from '../world/replies';
import type { Chat, Message, Sender, User } from '../world/types';
import type { World } from '../world/world';

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
	/** Sends a file, or an image when it is one, instead of text. */
	file?: { name: string; bytes: Buffer };
	/** Sends content of any received type instead of text, as apps receive it: a sticker, a vote, a location. */
	received?: { msgType: string; content: object };
}

/**
 * Lets a person write into a chat, as with the Lark client.
 *
 * @throws Error when the person, the chat or the message replied to does not exist or does not fit
 */
export function say(world: World, saying: Saying): Message {
	const user = typeof saying.from === 'string' ? world.userByOpenId(saying.from) : saying.from;
	const chat = world.chat(saying.chat);
	if (!user) throw new Error(`There is no user ${String(saying.from)}`);
	if (!chat || chat.status !== 'normal') throw new Error(`There is no chat ${saying.chat}`);
	if (!chat.members.includes(user.userId)) throw new Error(`${user.name} is not in this chat`);
	const sender: Sender = { type: 'user', userId: user.userId };
	const spoken = spokenIn(world, chat, sender, saying);
	markRead(chat, user, world.now());
	return world.addMessage({
		chatId: chat.chatId,
		sender,
		sentContent: spoken.content,
		...spoken,
		...place(chat, saying.replyTo),
	});
}

function spokenIn(world: World, chat: Chat, sender: Sender, saying: Saying) {
	if (saying.received) return give(world, sender, saying.received);
	if (saying.file) return share(world, sender, saying.file);
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

/** A person who writes into a chat has read all messages in the chat. */
function markRead(chat: Chat, { userId }: User, time: number): void {
	for (const { sender, reads } of chat.messages) {
		const isOwn = sender.type === 'user' && sender.userId === userId;
		if (!isOwn && !reads.some((read) => read.userId === userId)) reads.push({ userId, time });
	}
}

function speak(world: World, chat: Chat, { text, mentionBot }: Saying): ReadBack {
	if (!text) throw new Error('A message needs text');
	const appId = chat.bots[0] ?? '';
	const bot = world.app(appId);
	const mention = mentionBot && bot ? `<at user_id="${bot.botOpenId}"></at> ` : '';
	return readSpoken(mention + text, appId, world);
}

function share(world: World, owner: Sender, { name, bytes }: NonNullable<Saying['file']>) {
	const image = sniffImage(bytes);
	const { key } = world.addResource({
		key: image ? ids.image() : ids.file(),
		kind: image ? 'image' : 'file',
		type: image ? 'message' : 'stream',
		owner,
		fileName: name,
		contentType: image?.contentType ?? 'application/octet-stream',
		bytes,
	});
	return image
		? { msgType: 'image', content: JSON.stringify({ image_key: key }) }
		: { msgType: 'file', content: JSON.stringify({ file_key: key, file_name: name }) };
}

function place(chat: Chat, replyTo: string | undefined) {
	if (!replyTo) return {};
	const parent = chat.messages.find((message) => message.messageId === replyTo);
	if (!parent) throw new Error(`There is no message ${replyTo} in this chat`);
	const reply = placeOfReply(chat, parent);
	parent.threadId = reply.threadId;
	return reply;
}
