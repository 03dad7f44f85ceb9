import type { Chat } from '../world/types';
import type { World } from '../world/world';
import { lineOf } from './preview';

/** Documents are not nested deeper than this by anybody who wants to be read. */
const MAX_DEPTH = 12;

/** What stands above the messages of a chat: its announcement, and what is set as top notice. */
export function topOf(chat: Chat, world: World) {
	const announcement = chat.announcement.blocks.map((block) => wordsOf(block)).join('\n');
	const notice = chat.topNotice;
	const message = notice?.kind === 'message' ? world.message(notice.messageId) : undefined;
	return {
		...(announcement && { announcement }),
		...(notice?.kind === 'announcement' && { top_notice: { text: announcement } }),
		...(message &&
			!message.deleted && {
				top_notice: {
					message_id: message.messageId,
					text: `${world.nameOf(message.sender)}: ${lineOf(world, message)}`,
				},
			}),
	};
}

/** The words of a block of an old document, in their order: each run of text has a `text`. */
function wordsOf(node: unknown, depth = 0): string {
	if (typeof node !== 'object' || node === null || depth > MAX_DEPTH) return '';
	return Object.entries(node)
		.map(([name, value]) =>
			name === 'text' && typeof value === 'string' ? value : wordsOf(value, depth + 1),
		)
		.join('');
}
