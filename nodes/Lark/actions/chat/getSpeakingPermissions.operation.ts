import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { optionsCollection } from '../common/options';
import type { UserIdType } from '../../../shared/userId';
import { userIdTypeOption } from '../common/userIds';
import { BOT_OR_USER, type Operation } from '../operation';

type Method = Client['im']['v1']['chatModeration']['get'];

const PAGE_SIZE = 50;

/** GET /open-apis/im/v1/chats/:chat_id/moderation, group/chat/get-chat-moderation. */
export const getSpeakingPermissions: Operation = {
	name: 'Get Speaking Permissions',
	value: 'getSpeakingPermissions',
	action: 'Get the speaking permissions of a chat',
	description:
		'Tell who can write in a Lark group chat: moderation_setting is all_members, only_owner or moderator_list, and items has the people on that list. The bot must be in the group.',
	identities: BOT_OR_USER,
	properties: [chatProperty, optionsCollection([userIdTypeOption])],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		const request = {
			method: 'GET',
			url: '/open-apis/im/v1/chats/:chat_id/moderation',
			path: { chat_id },
			query: {
				user_id_type: item.option<UserIdType>(userIdTypeOption.name),
				page_size: PAGE_SIZE,
			},
		} as const;
		const first = await item.lark.call<Method>(request);
		const items = first.has_more
			? await item.lark.list<Method>(request, { pageSize: PAGE_SIZE })
			: (first.items ?? []);
		return { chat_id, moderation_setting: first.moderation_setting, items };
	},
};
