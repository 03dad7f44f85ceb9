import { ids } from './ids';
import type { Message, Reaction, Sender } from './types';
import type { World } from './world';

/** @returns whether two senders are the same person or bot */
export function isSame(a: Sender, b: Sender): boolean {
	return a.type === 'user'
		? b.type === 'user' && a.userId === b.userId
		: b.type === 'app' && a.appId === b.appId;
}

/** @returns the new reaction, or the one that is there: the same emoji again is the same reaction */
export function addReaction(
	world: World,
	message: Message,
	emojiType: string,
	operator: Sender,
): Reaction {
	const known = reactionOf(message, emojiType, operator);
	if (known) return known;
	const reaction = { reactionId: ids.reaction(), emojiType, operator, time: world.now() };
	message.reactions.push(reaction);
	world.emit({ type: 'reaction.added', message, reaction });
	world.emit({ type: 'message.changed', message });
	return reaction;
}

/** Takes a reaction of the message away. */
export function removeReaction(world: World, message: Message, reaction: Reaction): void {
	message.reactions.splice(message.reactions.indexOf(reaction), 1);
	world.emit({ type: 'reaction.removed', message, reaction });
	world.emit({ type: 'message.changed', message });
}

/** @returns the reaction of one person or bot with one emoji */
export function reactionOf(
	{ reactions }: Message,
	emojiType: string,
	operator: Sender,
): Reaction | undefined {
	return reactions.find((own) => own.emojiType === emojiType && isSame(own.operator, operator));
}
