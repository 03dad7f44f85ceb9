import { getDocAnnouncement, getDocxAnnouncement } from '../../../shared/lark/chats';
import { larkCodeOf } from '../../../shared/transport/larkCode';
import { chat } from '../../fields/chat';
import { optionsCollection } from '../../fields/options';
import { userIdType } from '../../fields/userIds';
import type { Operation } from '../operation';

/** "Unable to operate docx type chat announcement". */
const IS_DOCX = 232097;

/**
 * GET /open-apis/im/v1/chats/:chat_id/announcement, group/chat-announcement/get; for an announcement
 * of the new kind GET /open-apis/docx/v1/chats/:chat_id/announcement,
 * group/upgraded-group-announcement/chat-announcement/get.
 */
export const chatGetAnnouncement: Operation = {
	name: 'Get Announcement',
	value: 'getAnnouncement',
	action: 'Get the announcement of a chat',
	description:
		'Get the announcement of a Lark group chat: who changed it and when, and its content if it is of the old kind (announcement_type doc). For the new kind (docx), Lark gives no content here.',
	endpoints: [getDocAnnouncement, getDocxAnnouncement],
	lanes: [chat],
	properties: [chat.property, optionsCollection([userIdType.property])],

	async execute(item) {
		const path = { chat_id: chat.read(item) };
		const query = { user_id_type: userIdType.read(item) };
		const old = item.lark.call(getDocAnnouncement, {
			path,
			query,
		});
		return await old.then(
			(announcement) => ({ ...path, announcement_type: 'doc', ...announcement }),
			async (error: Error) => {
				if (larkCodeOf(error) !== IS_DOCX) throw error;
				const announcement = await item.lark.call(getDocxAnnouncement, {
					path,
					query,
				});
				return { ...path, ...announcement };
			},
		);
	},
};
