import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import { createChat } from '../../../shared/lark/chats';
import { readBoolean, readStrings } from '../../../shared/values';
import { byDisplayName } from '../../fields/alphabetical';
import { checkAppIds } from '../../fields/memberIds';
import type { Operation } from '../operation';
import { ownerProperty, readOwner, recogniseOwner } from './owner';
import { nameProperty, settingProperties } from './settings';
import { settingsBody } from './settingsBody';

const MAX_USERS = 50;
const MAX_BOTS = 5;

const peopleProperties: INodeProperties[] = [
	{
		displayName: 'Bots',
		name: 'bots',
		type: 'string',
		default: '',
		placeholder: 'e.g. cli_a10fbf7e94b8d01d',
		description:
			'App IDs of up to 5 bots to invite, with commas between them or a list from an expression. The bot of the credential is always in the group.',
	},
	{
		displayName: 'Make the Bot a Manager',
		name: 'set_bot_manager',
		type: 'boolean',
		default: true,
		description: 'Whether the bot of the credential becomes a manager when Owner is a person',
	},
	{
		displayName: 'Members',
		name: 'members',
		type: 'string',
		default: '',
		placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
		description:
			'IDs of up to 50 people to invite, with commas between them or a list from an expression: open_ids (ou_), union_ids (on_) or user_ids, of the same kind as Owner',
	},
	{ ...ownerProperty, description: 'The person who owns the group. The bot, if empty.' },
];

function assertAtMost(field: string, ids: string[], max: number): void {
	if (ids.length <= max) return;
	throw new InputError(
		`${field} has ${ids.length} entries: Lark invites up to ${max} to a new group`,
		'Add the others with the resource Chat Member, operation Add.',
	);
}

export const chatCreate: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a chat',
	description:
		'Create a Lark group chat with a name, an owner, people and bots. The output has its chat_id.',
	endpoints: [createChat],
	lanes: [],
	properties: [
		{ ...nameProperty, required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...peopleProperties, ...settingProperties].sort(byDisplayName),
		},
	],

	async execute(item) {
		const name = item.string('name').trim();
		if (name === '') throw new InputError('Name is empty', 'Enter a name for the group.');
		const { owner, members, bots, set_bot_manager, ...settings } =
			item.collection('additionalFields');
		const people = recogniseOwner(readOwner(owner), readStrings('Members', members));
		assertAtMost('Members', people?.user_id_list ?? [], MAX_USERS);
		const bot_id_list = checkAppIds('Bots', readStrings('Bots', bots));
		assertAtMost('Bots', bot_id_list, MAX_BOTS);
		const body = {
			...settingsBody(settings),
			name,
			owner_id: people?.owner_id,
			user_id_list: people?.user_id_list,
			bot_id_list,
		};
		return await item.lark.call(createChat, {
			query: {
				user_id_type: people?.user_id_type,
				set_bot_manager:
					set_bot_manager === undefined
						? undefined
						: readBoolean('Make the Bot a Manager', set_bot_manager),
			},
			body,
			uuid: item.uuid(JSON.stringify(body)),
		});
	},
};
