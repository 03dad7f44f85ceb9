import type { Mention } from '../world/types';
import type { World } from '../world/world';
import { simplifyCard } from './card-simplified';
import type { Content } from './fields';
import { readMarkdown } from './markdown';
import { Mentions } from './mentions';
import { postBodies, postFileKeys, withKnownStyles, type PostNode } from './post';

export interface ReadBack {
	/** JSON */
	content: string;
	mentions: Mention[];
}

type Reader = (content: Content, mentioned: Mentions, world: World) => Content;

const READERS: Record<string, Reader> = {
	text: ({ text }, mentioned) => ({ text: readText(String(text), mentioned) }),
	post: (content, mentioned, world) => readPost(content, mentioned, world),
	interactive: simplifyCard,
	file: (content, _, world) => withFile(content, world, ['file_name']),
	audio: (content, _, world) => withFile(content, world, ['duration']),
	media: (content, _, world) => withFile(content, world, ['file_name', 'duration']),
	system: ({ params }) => ({
		template: '{divider_text}',
		from_user: [],
		to_chatters: [],
		...(params as object),
	}),
};

/**
 * Turns content as it is sent into content as it is read back: mentions become `@_user_N`, a post loses its
 * locale, a card is simplified (message-content-description/message_content.md).
 *
 * @param appId whose IDs the mentions in the content are
 */
export function readBack(msgType: string, content: Content, appId: string, world: World): ReadBack {
	const mentioned = new Mentions(appId, world);
	const read = READERS[msgType]?.(content, mentioned, world) ?? content;
	return { content: JSON.stringify(read), mentions: mentioned.list };
}

/** Reads the text of a person, who writes no markup but may mention somebody with an `<at>` tag. */
export function readSpoken(text: string, appId: string, world: World): ReadBack {
	const mentioned = new Mentions(appId, world);
	const content = JSON.stringify({ text: readMentions(text, mentioned) });
	return { content, mentions: mentioned.list };
}

function readText(text: string, mentioned: Mentions): string {
	return readMentions(text, mentioned).replace(/<\/?[bius]>/g, '');
}

function readMentions(text: string, mentioned: Mentions): string {
	return text.replace(
		/<at user_id="([^"]+)">[^<]*<\/at>/g,
		(tag, id: string) => mentioned.key(id) ?? tag,
	);
}

function readPost(content: Content, mentioned: Mentions, world: World): Content {
	const [{ title = '', content: paragraphs }] = postBodies(content);
	const files = postFileKeys(content).map((file_key) => ({
		file_key,
		file_name: world.resource(file_key)?.fileName,
		is_folder: false,
	}));
	return {
		title,
		content: paragraphs.map((nodes) => nodes.flatMap((node) => readNode(node, mentioned))),
		...(files.length > 0 && { files }),
	};
}

function readNode(node: PostNode, mentioned: Mentions): PostNode | PostNode[] {
	if (node.tag === 'md') return readMarkdown(readText(String(node.text), mentioned));
	if (node.tag !== 'at') return withKnownStyles(node);
	const key = mentioned.key(String(node.user_id)) ?? String(node.user_id);
	return { ...withKnownStyles(node), user_id: key, user_name: mentioned.name(key) };
}

function withFile(content: Content, world: World, extra: string[]): Content {
	const file = world.resource(String(content.file_key));
	const facts: Content = { file_name: file?.fileName, duration: file?.duration };
	return { ...content, ...Object.fromEntries(extra.map((name) => [name, facts[name]])) };
}
