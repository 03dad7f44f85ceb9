import type { Chat, Message, World } from '../sandbox';
import { waitFor } from './n8n-server';

/**
 * Waits for a bot's answer to a message in the sandbox.
 *
 * @throws when none comes in time
 */
export async function replyTo(
	world: World,
	{ chatId, messageId }: Message,
	timeoutMs?: number,
): Promise<Message> {
	const isAnswer = ({ parentId, sender }: Message) =>
		parentId === messageId && sender.type === 'app';
	const answer = () => world.chat(chatId)?.messages.find(isAnswer);
	return await waitFor('the answer of the bot', answer, timeoutMs);
}

/**
 * Finds a chat by its name.
 *
 * @throws when there is none
 */
export function chatNamed(world: World, name: string): Chat {
	const chat = world.chats.find((candidate) => candidate.name === name);
	if (!chat) throw new Error(`The sandbox has no chat "${name}"`);
	return chat;
}

/** The words of a text message. */
export function textOf({ content }: Message): string {
	return (JSON.parse(content) as { text: string }).text;
}
