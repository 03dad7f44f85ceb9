import { chunk } from './chunk';
import type { Field } from './field';
import { recogniseMemberIds, type MemberIdType } from './memberIds';

/** How many people or bots one request takes (group/chat-member/create, id_list). */
const MAX_USERS = 50;
const MAX_BOTS = 5;

/**
 * People or bots: one or several. Reading gives the IDs in as few pieces as Lark's limit allows, to be
 * sent one after another.
 */
export const members: Field<{ member_id_type: MemberIdType; pieces: string[][] }> = {
	property: {
		displayName: 'Members',
		name: 'members',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. ou_7d8a6e6df762, ou_9b0a6e6df762',
		description:
			'People or bots: one ID, several with commas between them, or a list from an expression. People by open_id (ou_), union_id (on_) or user_id, bots by App ID (cli_), all of one kind.',
	},
	read(item) {
		const { member_id_type, ids } = recogniseMemberIds('Members', item.strings('members'));
		const size = member_id_type === 'app_id' ? MAX_BOTS : MAX_USERS;
		return { member_id_type, pieces: chunk(ids, size) };
	},
};
