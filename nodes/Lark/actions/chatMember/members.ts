import type { INodeProperties } from 'n8n-workflow';

import { chunk } from '../common/chunk';
import { recogniseMemberIds, type MemberIdType } from '../common/memberIds';
import type { OperationItem } from '../operation';

/** One person or bot, or several; `readMembers` reads it. */
export const membersProperty: INodeProperties = {
	displayName: 'Members',
	name: 'members',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. ou_7d8a6e6df762, ou_9b0a6e6df762',
	description:
		'People or bots: one ID, several with commas between them, or a list from an expression. People by open_id (ou_), union_id (on_) or user_id, bots by App ID (cli_), all of one kind.',
};

/** How many people or bots one request takes (group/chat-member/create, id_list). */
const MAX_USERS = 50;
const MAX_BOTS = 5;

/**
 * Reads Members.
 *
 * @returns the IDs in as few pieces as Lark's limit allows; send them one after another
 * @throws InputError for IDs that cannot be used
 */
export function readMembers(item: OperationItem): {
	member_id_type: MemberIdType;
	pieces: string[][];
} {
	const { member_id_type, ids } = recogniseMemberIds('Members', item.strings('members'));
	const size = member_id_type === 'app_id' ? MAX_BOTS : MAX_USERS;
	return { member_id_type, pieces: chunk(ids, size) };
}
