import type { Client } from '@larksuiteoapi/node-sdk';

import { InputError } from '../../../shared/inputError';
import { chatProperty, checkChatId } from '../common/chat';
import { optionsCollection } from '../common/options';
import { BOT_OR_USER, type Operation } from '../operation';
import { membersProperty, readMembers } from './members';

/** Values of succeed_type. */
const ADD_ONLY_ALL = 2;

/** POST /open-apis/im/v1/chats/:chat_id/members, group/chat-member/create. */
export const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add members to a chat',
	description:
		'Add people or bots to a Lark group chat. The output lists the IDs that could not be added or wait for approval.',
	identities: BOT_OR_USER,
	properties: [
		chatProperty,
		membersProperty,
		optionsCollection([
			{
				displayName: 'When an ID Cannot Be Added',
				name: 'succeed_type',
				type: 'options',
				options: [
					{
						name: 'Add the Others and List It',
						value: 1,
						description: 'The output has the IDs that were not added',
					},
					{
						name: 'Fail, Except for People Who Have Left the Company',
						value: 0,
						description: 'An ID that is unknown or that the app cannot see is an error',
					},
					{
						name: 'Fail and Add Nobody',
						value: ADD_ONLY_ALL,
						description: 'For up to 50 people or 5 bots',
					},
				],
				default: 0,
			},
		]),
	],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		const { member_id_type, pieces } = readMembers(item);
		const succeed_type = item.option<number>('succeed_type');
		if (succeed_type === ADD_ONLY_ALL && pieces.length > 1) {
			throw new InputError(
				'Members are too many to be added all or none',
				'Lark takes up to 50 people or 5 bots in one request. Enter fewer, or choose another value of When an ID Cannot Be Added.',
			);
		}
		const result = {
			chat_id,
			invalid_id_list: [] as string[],
			not_existed_id_list: [] as string[],
			pending_approval_id_list: [] as string[],
		};
		for (const id_list of pieces) {
			const answer = await item.lark.call<Client['im']['v1']['chatMembers']['create']>({
				method: 'POST',
				url: '/open-apis/im/v1/chats/:chat_id/members',
				path: { chat_id },
				query: { member_id_type, succeed_type },
				body: { id_list },
			});
			result.invalid_id_list.push(...(answer.invalid_id_list ?? []));
			result.not_existed_id_list.push(...(answer.not_existed_id_list ?? []));
			result.pending_approval_id_list.push(...(answer.pending_approval_id_list ?? []));
		}
		return result;
	},
};
