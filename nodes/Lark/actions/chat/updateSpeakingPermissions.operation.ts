import { InputError } from '../../../shared/inputError';
import { updateModeration } from '../../../shared/lark/chats';
import { readStrings } from '../../../shared/values';
import { chat } from '../../fields/chat';
import type { OperationItem } from '../../fields/item';
import { recogniseUserIds } from '../../fields/userIds';
import type { Operation } from '../operation';

/** The value of moderation_setting that the lists belong to. */
const CHOSEN = 'moderator_list';

const IDS =
	'One ID, several with commas between them, or a list from an expression: open_ids (ou_), union_ids (on_) or user_ids, of the same kind in both fields';

function readLists(item: OperationItem) {
	const { allow, disallow } = item.collection('additionalFields');
	const added = [...new Set(readStrings('Allow', allow))];
	const removed = [...new Set(readStrings('Stop Allowing', disallow))];
	if (added.length + removed.length === 0) return undefined;
	const both = added.find((id) => removed.includes(id));
	if (both) {
		throw new InputError(
			`Allow and Stop Allowing both contain "${both}"`,
			'Enter each person in one of the two fields.',
		);
	}
	const fields = [added.length > 0 && 'Allow', removed.length > 0 && 'Stop Allowing'];
	const { user_id_type } = recogniseUserIds(fields.filter(Boolean).join(' and '), [
		...added,
		...removed,
	]);
	return { user_id_type, moderator_added_list: added, moderator_removed_list: removed };
}

export const chatUpdateSpeakingPermissions: Operation = {
	name: 'Update Speaking Permissions',
	value: 'updateSpeakingPermissions',
	action: 'Update the speaking permissions of a chat',
	description:
		'Set who can write in a Lark group chat. The bot must be the owner, or have created the group and have the scope im:chat:operate_as_owner.',
	endpoints: [updateModeration],
	lanes: [chat],
	properties: [
		chat.property,
		{
			displayName: 'Who Can Write',
			name: 'moderation_setting',
			type: 'options',
			options: [
				{ name: 'All Members', value: 'all_members' },
				{ name: 'Chosen Members', value: CHOSEN, description: 'And owner and managers' },
				{ name: 'Owner and Managers', value: 'only_owner' },
			],
			default: 'all_members',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			displayOptions: { show: { moderation_setting: [CHOSEN] } },
			default: {},
			options: [
				{
					displayName: 'Allow',
					name: 'allow',
					type: 'string',
					default: '',
					placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
					description: `Members to put on the list of those who can write. ${IDS}.`,
				},
				{
					displayName: 'Stop Allowing',
					name: 'disallow',
					type: 'string',
					default: '',
					placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
					description: `Members to take off the list. ${IDS}.`,
				},
			],
		},
	],

	async execute(item) {
		const chat_id = chat.read(item);
		const moderation_setting = item.string('moderation_setting');
		const lists = moderation_setting === CHOSEN ? readLists(item) : undefined;
		await item.lark.call(updateModeration, {
			path: { chat_id },
			query: { user_id_type: lists?.user_id_type },
			body: {
				moderation_setting,
				moderator_added_list: lists?.moderator_added_list,
				moderator_removed_list: lists?.moderator_removed_list,
			},
		});
		return { chat_id, success: true };
	},
};
