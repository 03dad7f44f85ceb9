import { readSpoken } from '../content/read-back';
import emoji from '../contract/emoji.json';
import { addPin, removePin } from '../world/pins';
import { addReaction, reactionOf, removeReaction } from '../world/reactions';
import type { Message, User } from '../world/types';
import type { World } from '../world/world';
import { asSender, chatWith, messageFor } from './people';

/** A person adds a reaction, or takes it away when it is theirs. */
export function react(
	world: World,
	user: User,
	messageId: string,
	emojiType: string,
	isThere: boolean,
): void {
	const message = messageFor(world, messageId, user);
	if (!emoji.includes(emojiType)) throw new Error(`There is no emoji ${emojiType}`);
	if (isThere) {
		addReaction(world, message, emojiType, asSender(user));
		return;
	}
	const reaction = reactionOf(message, emojiType, asSender(user));
	if (!reaction) throw new Error(`${user.name} has not reacted with ${emojiType}`);
	removeReaction(world, message, reaction);
}

/** A person recalls a message of their own, or of others in a group that they own or manage. */
export function recallAs(world: World, user: User, messageId: string): void {
	const message = messageFor(world, messageId, user);
	const { ownerId, managers } = chatWith(world, message.chatId, user);
	const isOwn = message.sender.type === 'user' && message.sender.userId === user.userId;
	if (!isOwn && ownerId !== user.userId && !managers.includes(user.userId)) {
		throw new Error(`${user.name} can recall only what is their own`);
	}
	world.recall(message, asSender(user));
}

/** A person edits a text of their own. Apps are not told. */
export function editAs(world: World, user: User, messageId: string, text: string): Message {
	const message = messageFor(world, messageId, user);
	const isOwn = message.sender.type === 'user' && message.sender.userId === user.userId;
	if (!isOwn || message.msgType !== 'text') {
		throw new Error(`${user.name} can edit only texts of their own`);
	}
	if (!text) throw new Error('A message needs text');
	const appId = world.chat(message.chatId)?.bots[0] ?? world.apps[0].appId;
	const spoken = readSpoken(text, appId, world);
	world.rewrite(message, { ...spoken, sentContent: spoken.content });
	return message;
}

/** A person pins a message for everybody in the chat, or takes the pin away. Apps are not told. */
export function pinAs(world: World, user: User, messageId: string, isThere: boolean): void {
	const message = messageFor(world, messageId, user);
	const chat = chatWith(world, message.chatId, user);
	if (isThere) addPin(world, chat, message, asSender(user));
	else removePin(world, chat, message);
}
