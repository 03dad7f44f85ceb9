import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const everyone: INodePropertyOptions = { name: 'All Members', value: 'all_members' };
const managers: INodePropertyOptions = { name: 'Owner and Managers', value: 'only_owner' };
const nobody: INodePropertyOptions = { name: 'Nobody', value: 'not_anyone' };

function choice(
	displayName: string,
	name: string,
	options: INodePropertyOptions[],
	description?: string,
): INodeProperties {
	const [{ value: first }] = options;
	return { displayName, name, type: 'options', options, default: first, description };
}

const restriction = (displayName: string, name: string) =>
	choice(displayName, `${name}_has_permission_setting`, [everyone, nobody]);

export const nameProperty: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Incident 4711',
	description: 'Name of the group, in up to 60 characters',
};

/**
 * Settings of a group that can be given when it is made and changed afterwards, named as Lark's
 * fields and sorted as n8n wants; `settingsBody` reads them.
 *
 * @see group/chat/create, group/chat/update-chat
 */
export const settingProperties: INodeProperties[] = [
	choice('Approval of New Members', 'membership_approval', [
		{ name: 'Not Required', value: 'no_approval_required' },
		{ name: 'Required', value: 'approval_required' },
	]),
	{
		displayName: 'Avatar Image Key',
		name: 'avatar',
		type: 'string',
		default: '',
		description: 'The image_key of an image that was uploaded as an avatar',
	},
	choice('Chat Type', 'chat_type', [
		{ name: 'Private', value: 'private' },
		{
			name: 'Public',
			value: 'public',
			description: 'Found and joined by everybody in the company',
		},
	]),
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		placeholder: 'e.g. Alerts and on-call coordination',
		description: 'What the group is for, in up to 100 characters',
	},
	choice('Join Notice Visible To', 'join_message_visibility', [everyone, managers, nobody]),
	choice('Leave Notice Visible To', 'leave_message_visibility', [everyone, managers, nobody]),
	{
		displayName: 'Localized Names',
		name: 'i18n_names',
		type: 'fixedCollection',
		default: {},
		options: [
			{
				displayName: 'Names',
				name: 'value',
				values: [
					{ displayName: 'Chinese', name: 'zh_cn', type: 'string', default: '' },
					{ displayName: 'English', name: 'en_us', type: 'string', default: '' },
					{ displayName: 'Japanese', name: 'ja_jp', type: 'string', default: '' },
				],
			},
		],
	},
	choice('Member Count Visible To', 'hide_member_count_setting', [everyone, managers]),
	choice('Message Form', 'group_message_type', [
		{ name: 'Conversation', value: 'chat' },
		{ name: 'Topics', value: 'thread', description: 'Every message starts a thread' },
	]),
	{
		displayName: 'Restricted Mode',
		name: 'restricted_mode_setting',
		type: 'fixedCollection',
		default: {},
		description: 'Only in the enterprise edition of Lark',
		options: [
			{
				displayName: 'Restrictions',
				name: 'value',
				values: [
					{
						displayName: 'Enabled',
						name: 'status',
						type: 'boolean',
						default: true,
						description: 'Whether the restrictions are on. At least one must then be Nobody.',
					},
					restriction('Copy and Forward', 'message'),
					restriction('Download', 'download'),
					restriction('Screenshot', 'screenshot'),
				],
			},
		],
	},
	choice('Who Can Buzz', 'urgent_setting', [everyone, managers]),
	choice('Who Can Edit Group Info', 'edit_permission', [everyone, managers]),
	choice('Who Can Start Video Meetings', 'video_conference_setting', [everyone, managers]),
];

/** Settings that a new group cannot be given. */
export const updateOnlyProperties: INodeProperties[] = [
	choice(
		'Who Can Add Members and Share',
		'add_member_permission',
		[everyone, managers],
		'Lark sets both together: when only owner and managers add members, the group cannot be shared',
	),
	choice('Who Can Mention Everyone', 'at_all_permission', [everyone, managers]),
];
