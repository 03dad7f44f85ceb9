import type { Mention, Sender } from '../world/types';
import type { World } from '../world/world';
import { readMarkdown } from './markdown';
import type { Content } from './fields';
import { postBodies, withKnownStyles, type PostNode } from './post';

export interface ReadBack {
	/** JSON */
	content: string;
	mentions: Mention[];
}

type Reader = (content: Content, mentioned: Mentions, world: World) => Content;

const READERS: Record<string, Reader> = {
	text: ({ text }, mentioned) => ({ text: readText(String(text), mentioned) }),
	post: (content, mentioned) => readPost(content, mentioned),
	interactive: (card) => readCard(card),
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

/** Numbers the people and bots in a message in the order of their first mention. */
class Mentions {
	readonly list: Mention[] = [];

	constructor(
		private readonly appId: string,
		private readonly world: World,
	) {}

	/** @returns `@_user_N`, `@_all`, or undefined for somebody unknown */
	key(id: string): string | undefined {
		if (id === 'all') return '@_all';
		const who = this.find(id);
		if (!who) return undefined;
		const known = this.list.find((mention) => JSON.stringify(mention.who) === JSON.stringify(who));
		if (known) return known.key;
		const key = `@_user_${this.list.length + 1}`;
		this.list.push({ key, who, name: this.world.nameOf(who) });
		return key;
	}

	name(key: string): string {
		return this.list.find((mention) => mention.key === key)?.name ?? '';
	}

	private find(id: string): Sender | undefined {
		const bot = this.world.apps.find((app) => app.botOpenId === id);
		if (bot) return { type: 'app', appId: bot.appId };
		const app = this.world.app(this.appId);
		if (!app) return undefined;
		const types = ['open_id', 'union_id', 'user_id'] as const;
		const user = types.map((type) => this.world.findUser(app, type, id)).find(Boolean);
		return user && { type: 'user', userId: user.userId };
	}
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

function readPost(content: Content, mentioned: Mentions): Content {
	const [{ title = '', content: paragraphs }] = postBodies(content);
	return {
		title,
		content: paragraphs.map((nodes) => nodes.flatMap((node) => readNode(node, mentioned))),
	};
}

function readNode(node: PostNode, mentioned: Mentions): PostNode | PostNode[] {
	if (node.tag === 'md') return readMarkdown(readText(String(node.text), mentioned));
	if (node.tag !== 'at') return withKnownStyles(node);
	const key = mentioned.key(String(node.user_id)) ?? String(node.user_id);
	return { ...withKnownStyles(node), user_id: key, user_name: mentioned.name(key) };
}

function readCard(card: Content): Content {
	const body = (card.body ?? card) as { elements?: Content[] };
	const header = card.header as { title?: { content?: string } } | undefined;
	const elements = (body.elements ?? []).map((element) => [
		element.tag === 'hr' ? { tag: 'hr' } : { tag: 'text', text: cardText(element) },
	]);
	return { title: header?.title?.content ?? '', elements };
}

function cardText(element: Content): string {
	const text = element.text as { content?: string } | undefined;
	return String(element.content ?? text?.content ?? '');
}

function withFile(content: Content, world: World, extra: string[]): Content {
	const file = world.resource(String(content.file_key));
	const facts: Content = { file_name: file?.fileName, duration: file?.duration };
	return { ...content, ...Object.fromEntries(extra.map((name) => [name, facts[name]])) };
}
