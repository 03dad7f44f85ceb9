import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../inputError';
import { checkGroupBotCard } from './groupBotCard';
import type { MessageContent } from './message';
import { SPLIT_HINT, splitText } from './split';
import { textsIn } from './textsIn';

/** A message as the webhook of a group bot takes it: objects, where the app's bot has a text. */
export interface GroupBotMessage {
	msg_type: string;
	content?: IDataObject;
	card?: IDataObject;
}

/** What the signature takes of a request at most, in bytes. */
const SIGNATURE_BYTES = 256;

/** The most that Lark takes of a request, less the signature (use-custom-bots-in-a-group, "Precautions"). */
export const MAX_GROUP_BOT_BYTES = 20 * 1024 - SIGNATURE_BYTES;

/** What a post may have (use-custom-bots-in-a-group, "Labels and parameter descriptions supported by rich text"). */
const POST_TAGS = ['text', 'a', 'at', 'img'];

const bytesOf = (message: GroupBotMessage): number => Buffer.byteLength(JSON.stringify(message));

function checkMention(id: string): void {
	const isForeign = id.startsWith('on_') || id.includes('@');
	if (!isForeign) return;
	throw new InputError(
		`A group bot cannot mention "${id}"`,
		'It mentions people by open_id (ou_...) or user_id. User > Find by Email or Phone gives the ID, with a Lark API credential.',
	);
}

/** Mention tags: those of texts have a user_id, those of cards an id or an email. */
const MENTION = /<at (?:user_id|id|email) ?= ?["']?([^"'>\s]{1,100})/g;

function checkMentions(message: GroupBotMessage): void {
	for (const text of textsIn(message)) {
		for (const [, id] of text.matchAll(MENTION)) checkMention(id);
	}
}

type PostBody = IDataObject & { content: IDataObject[][] };

function postNode(node: IDataObject): IDataObject {
	const { style: _style, ...rest } = node;
	const tag = String(node.tag);
	if (tag === 'at') checkMention(String(node.user_id));
	if (POST_TAGS.includes(tag)) return rest;
	throw new InputError(
		`Rich Text cannot be sent: a group bot does not take the tag "${tag}"`,
		`It takes ${POST_TAGS.join(', ')}. For code, lists and rules, choose the Message Type Markdown or Card.`,
	);
}

/** A post without styles, which group bots do not support. Nor do they attach files. */
function postForm({ files, ...post }: IDataObject): IDataObject {
	if (files !== undefined) {
		throw new InputError(
			'Rich Text cannot be sent: a group bot attaches no files',
			'Take files out of the Rich Text, or set Act As to Bot.',
		);
	}
	return Object.fromEntries(
		Object.entries(post as Record<string, PostBody>).map(([locale, body]) => [
			locale,
			{ ...body, content: body.content.map((nodes) => nodes.map(postNode)) },
		]),
	) as IDataObject;
}

/** How each type of message goes to the webhook: what the error calls it, and its form there. */
const FORMS: Record<
	string,
	{ name: string; form(content: IDataObject): Partial<GroupBotMessage> }
> = {
	text: { name: 'Text', form: (content) => ({ content }) },
	post: { name: 'Rich Text', form: (post) => ({ content: { post: postForm(post) } }) },
	interactive: {
		name: 'Card',
		form(card) {
			checkGroupBotCard(card);
			return { card };
		},
	},
	image: { name: 'Image', form: (content) => ({ content }) },
	share_chat: {
		name: 'Chat Card',
		form: ({ chat_id }) => ({ content: { share_chat_id: chat_id } }),
	},
};

function within(message: GroupBotMessage, name: string, fix: string): GroupBotMessage {
	const bytes = bytesOf(message);
	if (bytes <= MAX_GROUP_BOT_BYTES) return message;
	throw new InputError(
		`${name} is too long for a group bot: ${bytes} bytes of at most ${MAX_GROUP_BOT_BYTES}`,
		fix,
	);
}

/**
 * Makes of a message of the app's bot one of a group bot.
 *
 * @param message of a type that a group bot sends
 * @param name what the error calls it, if not by its type
 * @throws InputError for what a group bot cannot send: tags, callbacks, mentions by email, more than 20 KB
 * @see client-docs/bot-v3/use-custom-bots-in-a-group, "Description of supported message types"
 */
export function groupBotMessage(
	{ msg_type, content }: MessageContent,
	name = FORMS[msg_type].name,
): GroupBotMessage {
	const formed = { msg_type, ...FORMS[msg_type].form(JSON.parse(content) as IDataObject) };
	checkMentions(formed);
	const canSplit = name === 'Text' || name === 'Markdown';
	return within(formed, name, canSplit ? SPLIT_HINT : 'Take something out of it.');
}

/**
 * Splits a text into as many as a group bot needs.
 *
 * @param make the message of one part
 * @param hasFences whether it is Markdown
 */
export function splitForGroupBot(
	text: string,
	make: (part: string) => MessageContent,
): MessageContent[] {
	const formOf = ({ msg_type, content }: MessageContent) => ({
		msg_type,
		content: JSON.parse(content) as IDataObject,
	});
	const parts = splitText(text, {
		maxBytes: MAX_GROUP_BOT_BYTES,
		bytesOf: (part) => bytesOf(formOf(make(part))),
		hasFences: false,
	});
	return parts.map(make);
}
