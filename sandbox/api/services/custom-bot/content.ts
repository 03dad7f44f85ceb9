import { assertFields, compileAll, type Content } from '../../../content/fields';
import { parseContent } from '../../../content/parse';
import { postBodies } from '../../../content/post';
import { LarkError } from '../../../contract/lark-error';
import type { World } from '../../../world/world';
import type { Platform } from '../../platform';

/** What a post of a custom bot may have, beside its tag. */
const POST_NODES: Record<string, string[]> = {
	text: ['text', 'un_escape'],
	a: ['text', 'href'],
	at: ['user_id', 'user_name'],
	img: ['image_key'],
};

const field = (name: string, type = 'string') => [{ name, type, required: true }];

const contents = compileAll({
	text: field('text'),
	post: field('post', 'object'),
	image: field('image_key'),
	share_chat: field('share_chat_id'),
});

/** A body with the fields of the contract. */
export interface HookBody {
	msg_type?: unknown;
	content?: unknown;
	card?: unknown;
}

/**
 * Reads the message in a request to the webhook of a custom bot.
 *
 * @returns type and content as an app would send them
 * @throws LarkError 19002 without a known msg_type, 9499 with the reason for anything else
 * @see client-docs/bot-v3/use-custom-bots-in-a-group, "Description of supported message types"
 */
export function readHookMessage(
	{ msg_type, content, card }: HookBody,
	platform: Platform,
): { msgType: string; content: Content } {
	if (typeof msg_type !== 'string' || msg_type === '') throw new LarkError(19002);
	if (msg_type === 'interactive') {
		const checked = parse(msg_type, card, platform);
		return { msgType: msg_type, content: checked };
	}
	const validate = contents(platform)[msg_type];
	if (!validate) throw new LarkError(9499, { ext: `unknown msg_type ${msg_type}` });
	try {
		assertFields(validate, content);
	} catch (error) {
		throw asBadRequest(error);
	}
	return { msgType: msg_type, content: READERS[msg_type](content as Content, platform) };
}

const READERS: Record<string, (content: Content, platform: Platform) => Content> = {
	text: (content) => content,
	image(content, { world }) {
		assertImage(content.image_key, world);
		return content;
	},
	share_chat({ share_chat_id: chat_id }, { world }) {
		if (world.chat(String(chat_id))?.mode !== 'group') throw badRequest('invalid share_chat_id');
		return { chat_id };
	},
	post({ post }, platform) {
		const checked = parse('post', post, platform);
		if (checked.files) throw badRequest('a custom bot sends no files');
		for (const node of postBodies(checked).flatMap((body) => body.content.flat())) {
			const known = Object.hasOwn(POST_NODES, node.tag) ? POST_NODES[node.tag] : undefined;
			if (!known) throw badRequest(`a custom bot has no tag ${node.tag}`);
			const unknown = Object.keys(node).find((name) => name !== 'tag' && !known.includes(name));
			if (unknown) throw badRequest(`a custom bot has no ${unknown} in ${node.tag}`);
			if (node.tag === 'img') assertImage(node.image_key, platform.world);
		}
		return checked;
	},
};

/** Any app's image of this tenant. */
function assertImage(key: unknown, world: World): void {
	const image = world.resource(String(key));
	if (image?.kind !== 'image' || image.type !== 'message') throw badRequest('invalid image_key');
}

function parse(msgType: string, content: unknown, platform: Platform): Content {
	try {
		return parseContent(msgType, JSON.stringify(content ?? null), platform);
	} catch (error) {
		throw asBadRequest(error);
	}
}

const badRequest = (ext: string) => new LarkError(9499, { ext });

/** The codes for messages of apps are not those of custom bots. */
function asBadRequest(error: unknown): unknown {
	return error instanceof LarkError ? new LarkError(9499, error.detail) : error;
}
