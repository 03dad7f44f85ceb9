import type { Chat, Message } from '../world/types';
import type { World } from '../world/world';

const GENERATING = 'Generating...';

type Words = Record<string, unknown>;

/** Of the kinds of messages that have no words of their own. */
const LABELS: Record<string, string> = {
	image: '[Image]',
	file: '[File]',
	audio: '[Audio]',
	media: '[Video]',
	sticker: '[Sticker]',
	interactive: '[Card]',
	share_chat: '[Shared Group]',
	share_user: '[Shared Contact]',
	system: '[System Message]',
	merge_forward: '[Forwarded Messages]',
	location: '[Location]',
	folder: '[Folder]',
	vote: '[Vote]',
	todo: '[Task]',
	video_chat: '[Video Call]',
	calendar: '[Calendar Event]',
	general_calendar: '[Calendar Event]',
	share_calendar_event: '[Calendar Event]',
	hongbao: '[Red Packet]',
};

/** @returns the line that the list of chats shows for a chat: what its latest message says */
export function previewOf(world: World, { messages }: Chat): string {
	const latest = messages.at(-1);
	return latest ? lineOf(world, latest) : '';
}

/** @returns in one line what a message says */
export function lineOf(world: World, message: Message): string {
	if (message.deleted) return 'This message was recalled';
	return (safeWordsOf(world, message) || LABELS[message.msgType]) ?? `[${message.msgType}]`;
}

/** Content that apps make may have anything where a list or an object belongs. */
function safeWordsOf(world: World, message: Message): string {
	try {
		return String(wordsOf(world, message, JSON.parse(message.content) as Words));
	} catch {
		return '';
	}
}

function wordsOf(world: World, message: Message, said: Words): string {
	switch (message.msgType) {
		case 'text':
			return withNames(String(said.text), message);
		case 'post':
			return String(said.title) || withNames(postWords(said.content), message);
		case 'interactive':
			return summaryOf(world, message);
		default:
			return '';
	}
}

/** The summary that the card gives itself; without one, a card that is being written says so, another has its title. */
function summaryOf(world: World, { sentContent, cardId }: Message): string {
	const { config, header } = JSON.parse(sentContent) as {
		config?: { summary?: { content?: string } };
		header?: { title?: { content?: string } };
	};
	const isStreaming = cardId && world.cardEntities.streamingUntil(cardId) !== undefined;
	return config?.summary?.content || (isStreaming ? GENERATING : header?.title?.content) || '';
}

function postWords(paragraphs: unknown): string {
	return (paragraphs as Words[][])
		.flatMap((nodes) => nodes.map(({ text }) => text ?? ''))
		.join(' ');
}

const withNames = (text: string, { mentions }: Message) =>
	mentions.reduce((words, { key, name }) => words.replaceAll(key, `@${name}`), text);
