import { pinBotChat, pinGroupChat } from '../../../shared/lark/feedCards';
import { chatField } from '../../fields/chat';
import { chunk } from '../../fields/chunk';
import { choiceField } from '../../fields/field';
import { recogniseUserIds, usersProperty } from '../../fields/userIds';
import type { Operation } from '../operation';

/** How many people one request takes (im-v2/groups-bots/bot_time_sentive, user_ids). */
const MAX_PEOPLE = 50;

const target = choiceField({
	displayName: 'Chat to Pin',
	name: 'pinTarget',
	type: 'options',
	options: [
		{ name: 'Chat With the Bot', value: 'bot' },
		{ name: 'Group', value: 'group' },
	],
	default: 'bot',
	description: 'Which chat is on top of the message list',
});

const chat = chatField({ displayOptions: { show: { pinTarget: ['group'] } } });

export const feedCardPinOnTop: Operation = {
	name: 'Pin on Top',
	value: 'pinOnTop',
	action: 'Pin a chat on top for people',
	description:
		'Put the chat with the bot, or a group, on top of the message lists of Lark users for the time being, or take it from there. The output lists those for whom it failed.',
	endpoints: [pinBotChat, pinGroupChat],
	lanes: [],
	properties: [
		target.property,
		chat.property,
		usersProperty,
		{
			displayName: 'On Top',
			name: 'onTop',
			type: 'boolean',
			default: true,
			description: 'Whether the chat is on top of the list, or at its usual place again',
		},
	],

	async execute(item) {
		const feed_card_id = target.read(item) === 'group' ? chat.read(item) : undefined;
		const { user_id_type, ids } = recogniseUserIds('Users', item.strings('users'));
		const time_sensitive = item.boolean('onTop');
		const failed_user_reasons = [];
		for (const user_ids of chunk(ids, MAX_PEOPLE)) {
			const request = { query: { user_id_type }, body: { time_sensitive, user_ids } };
			const pinned = feed_card_id
				? await item.lark.call(pinGroupChat, { path: { feed_card_id }, ...request })
				: await item.lark.call(pinBotChat, request);
			failed_user_reasons.push(...(pinned.failed_user_reasons ?? []));
		}
		return { time_sensitive, failed_user_reasons };
	},
};
