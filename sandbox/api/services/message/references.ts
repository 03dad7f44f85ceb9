import type { Content } from '../../../content/fields';
import { postBodies, postFileKeys } from '../../../content/post';
import { badContent } from '../../../content/refusals';
import { LarkError } from '../../../contract/lark-error';
import contentTypes from '../../../contract/message-content.json';
import { hasScope } from '../../../world/scopes';
import type { Chat, Resource } from '../../../world/types';
import type { World } from '../../../world/world';
import { isMember, type Caller } from '../../caller';

/** A message before it is sent. */
interface Draft {
	caller: Caller;
	world: World;
	chat: Chat;
	content: Content;
}

const MAX_BYTES: Record<string, number> = {
	text: contentTypes.text.maxBytes,
	post: contentTypes.post.maxBytes,
	interactive: contentTypes.interactive.maxBytes,
};

/** The file_type that a msg_type asks for; `file` takes whatever the other two do not. */
const FILE_TYPES: Record<string, (type: string) => boolean> = {
	audio: (type) => type === 'opus',
	media: (type) => type === 'mp4',
	file: (type) => type !== 'opus' && type !== 'mp4',
};

const RULES: Record<string, (draft: Draft) => void> = {
	image: (draft) => assertImage(draft, draft.content.image_key),
	file: (draft) => assertFile(draft, 'file', draft.content.file_key),
	audio: (draft) => assertFile(draft, 'audio', draft.content.file_key),
	media: (draft) => assertMedia(draft, draft.content),
	sticker: (draft) => assertSticker(draft),
	post: (draft) => assertPost(draft),
	share_chat: (draft) => assertSharedChat(draft),
	share_user: (draft) => assertSharedUser(draft),
	system: (draft) => assertSystem(draft),
};

/**
 * Checks the length of a request body by message type (im-v1/message/create.md).
 *
 * @throws LarkError 230025
 */
export function assertLength(msgType: string, bodyBytes: number): void {
	const maxBytes = MAX_BYTES[msgType] ?? Infinity;
	if (bodyBytes > maxBytes) throw new LarkError(230025);
}

/**
 * Checks what a message refers to: images, files, chats, users.
 *
 * @throws LarkError 230001, 230002, 230013, 230015, 230017, 230027, 230054 or 230055
 */
export function assertReferences(msgType: string, draft: Draft): void {
	RULES[msgType]?.(draft);
}

function ownResource({ caller, world }: Draft, key: unknown, kind: Resource['kind']): Resource {
	const resource = world.resource(String(key));
	if (resource?.kind !== kind)
		throw badContent(`invalid ${kind === 'image' ? 'image' : 'file'}_key`);
	const { owner } = resource;
	const isOwner = owner.type === 'app' && owner.appId === caller.app.appId;
	if (!isOwner) throw new LarkError(230017);
	return resource;
}

function assertImage(draft: Draft, key: unknown): void {
	const { type } = ownResource(draft, key, 'image');
	if (type !== 'message') throw badContent('the image was not uploaded with image_type message');
}

function assertFile(draft: Draft, msgType: string, key: unknown): void {
	const { type } = ownResource(draft, key, 'file');
	if (!FILE_TYPES[msgType](type)) throw new LarkError(230055);
}

function assertMedia(draft: Draft, media: Content): void {
	assertFile(draft, 'media', media.file_key);
	if (media.image_key !== undefined) assertImage(draft, media.image_key);
}

function assertSticker({ world, content }: Draft): void {
	if (world.resource(String(content.file_key))?.kind !== 'sticker') {
		throw new LarkError(230017);
	}
}

function assertPost(draft: Draft): void {
	for (const key of postFileKeys(draft.content)) ownResource(draft, key, 'file');
	const nodes = postBodies(draft.content).flatMap((body) => body.content.flat());
	for (const node of nodes) {
		if (node.tag === 'img') assertImage(draft, node.image_key);
		if (node.tag === 'media') assertMedia(draft, node);
		if (node.tag === 'at') assertMentioned(draft, String(node.user_id));
	}
}

function assertMentioned({ caller, world }: Draft, id: string): void {
	const isBot = world.apps.some((app) => app.botOpenId === id);
	const isUser = (['open_id', 'union_id', 'user_id'] as const).some((type) =>
		world.findUser(caller.app, type, id),
	);
	if (id !== 'all' && !isBot && !isUser) throw badContent(`invalid user_id ${id}`);
}

function assertSharedChat({ caller, world, content }: Draft): void {
	const shared = world.chat(String(content.chat_id));
	if (!shared) throw badContent('invalid chat_id');
	if (shared.mode === 'p2p') throw new LarkError(230015);
	if (!isMember(caller, shared)) throw new LarkError(230002);
}

function assertSharedUser({ caller, world, content }: Draft): void {
	const user = world.findUser(caller.app, 'open_id', String(content.user_id));
	if (!user) throw badContent('invalid user_id, it must be an open_id');
	if (!world.isAvailable(caller.app, user)) throw new LarkError(230013);
}

function assertSystem({ caller, chat, content }: Draft): void {
	if (chat.mode !== 'p2p' || caller.user) throw new LarkError(230054);
	if (!hasScope(caller, 'im:message:send_sys_msg')) throw new LarkError(230027);
	const { divider_text: divider } = content.params as { divider_text?: unknown };
	if (!divider) throw badContent('params.divider_text is required');
}
