import { getChatLink } from '../../../shared/lark/chats';
import { chat } from '../../fields/chat';
import { choiceOption } from '../../fields/field';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../operation';

const validFor = choiceOption({
	displayName: 'Valid For',
	name: 'validity_period',
	type: 'options',
	options: [
		{ name: 'A Week', value: 'week' },
		{ name: 'A Year', value: 'year' },
		{ name: 'Unlimited Time', value: 'permanently' },
	],
	default: 'week',
});

export const chatGetShareLink: Operation = {
	name: 'Get Share Link',
	value: 'getShareLink',
	action: 'Get the share link of a chat',
	description:
		'Get a link with which people can join a Lark group chat. The bot must be in the group; the link ends when it leaves.',
	endpoints: [getChatLink],
	lanes: [chat],
	properties: [chat.property, optionsCollection([validFor.property])],

	async execute(item) {
		const chat_id = chat.read(item);
		const link = await item.lark.call(getChatLink, {
			path: { chat_id },
			body: { validity_period: validFor.read(item) },
		});
		return { chat_id, ...link };
	},
};
