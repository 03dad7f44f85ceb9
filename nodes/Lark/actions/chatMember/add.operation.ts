import { InputError } from '../../../shared/inputError';
import { addChatMembers } from '../../../shared/lark/chatMembers';
import { chat } from '../../fields/chat';
import { choiceOption } from '../../fields/field';
import { members } from '../../fields/members';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../operation';

/** Values of succeed_type. */
const ADD_ONLY_ALL = 2;

const whenNotAdded = choiceOption({
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
});

export const chatMemberAdd: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add members to a chat',
	description:
		'Add people or bots to a Lark group chat. The output lists the IDs that could not be added or wait for approval.',
	endpoints: [addChatMembers],
	lanes: [chat],
	properties: [chat.property, members.property, optionsCollection([whenNotAdded.property])],

	async execute(item) {
		const chat_id = chat.read(item);
		const { member_id_type, pieces } = members.read(item);
		const succeed_type = whenNotAdded.read(item);
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
			const added = await item.lark.call(addChatMembers, {
				path: { chat_id },
				query: { member_id_type, succeed_type },
				body: { id_list },
			});
			result.invalid_id_list.push(...(added.invalid_id_list ?? []));
			result.not_existed_id_list.push(...(added.not_existed_id_list ?? []));
			result.pending_approval_id_list.push(...(added.pending_approval_id_list ?? []));
		}
		return result;
	},
};
