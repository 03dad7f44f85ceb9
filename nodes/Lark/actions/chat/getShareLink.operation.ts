import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { optionsCollection } from '../common/options';
import { BOT_OR_USER, type Operation } from '../operation';

/** POST /open-apis/im/v1/chats/:chat_id/link, group/chat/link. */
export const getShareLink: Operation = {
	name: 'Get Share Link',
	value: 'getShareLink',
	action: 'Get the share link of a chat',
	description:
		'Get a link with which people can join a Lark group chat. The bot must be in the group; the link ends when it leaves.',
	identities: BOT_OR_USER,
	properties: [
		chatProperty,
		optionsCollection([
			{
				displayName: 'Valid For',
				name: 'validity_period',
				type: 'options',
				options: [
					{ name: 'A Week', value: 'week' },
					{ name: 'A Year', value: 'year' },
					{ name: 'Unlimited Time', value: 'permanently' },
				],
				default: 'week',
			},
		]),
	],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		const link = await item.lark.call<Client['im']['v1']['chat']['link']>({
			method: 'POST',
			url: '/open-apis/im/v1/chats/:chat_id/link',
			path: { chat_id },
			body: { validity_period: item.option<'week' | 'year' | 'permanently'>('validity_period') },
		});
		return { chat_id, ...link };
	},
};
