import type { Client } from '@larksuiteoapi/node-sdk';

import { larkCodeOf } from '../../../shared/transport/larkCode';
import type { UserIdType } from '../../../shared/userId';
import { chatProperty, checkChatId } from '../common/chat';
import { optionsCollection } from '../common/options';
import { userIdTypeOption } from '../common/userIds';
import { BOT_OR_USER, type Operation } from '../operation';

/** "Unable to operate docx type chat announcement". */
const IS_DOCX = 232097;

/**
 * GET /open-apis/im/v1/chats/:chat_id/announcement, group/chat-announcement/get; for an announcement
 * of the new kind GET /open-apis/docx/v1/chats/:chat_id/announcement,
 * group/upgraded-group-announcement/chat-announcement/get.
 */
export const getAnnouncement: Operation = {
	name: 'Get Announcement',
	value: 'getAnnouncement',
	action: 'Get the announcement of a chat',
	description:
		'Get the announcement of a Lark group chat: who changed it and when, and its content if it is of the old kind (announcement_type doc). For the new kind (docx), Lark gives no content here.',
	identities: BOT_OR_USER,
	properties: [chatProperty, optionsCollection([userIdTypeOption])],

	async execute(item) {
		const path = { chat_id: checkChatId(item.string('chatId')) };
		const query = { user_id_type: item.option<UserIdType>(userIdTypeOption.name) };
		const old = item.lark.call<Client['im']['v1']['chatAnnouncement']['get']>({
			method: 'GET',
			url: '/open-apis/im/v1/chats/:chat_id/announcement',
			path,
			query,
		});
		return await old.then(
			(announcement) => ({ ...path, announcement_type: 'doc', ...announcement }),
			async (error: Error) => {
				if (larkCodeOf(error) !== IS_DOCX) throw error;
				const announcement = await item.lark.call<Client['docx']['v1']['chatAnnouncement']['get']>({
					method: 'GET',
					url: '/open-apis/docx/v1/chats/:chat_id/announcement',
					path,
					query,
				});
				return { ...path, ...announcement };
			},
		);
	},
};
