import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import { personPicker } from '../../../shared/pickers/properties';
import type { UserIdType } from '../../../shared/userId';
import { picked, readStrings } from '../../../shared/values';
import { recogniseUserIds } from '../../fields/userIds';

/** The person who owns a group; `recogniseOwner` reads it. */
export const ownerProperty: INodeProperties = {
	...personPicker,
	displayName: 'Owner',
	name: 'owner',
};

/** The entries of Owner: what was picked, typed or given by an expression. */
export const readOwner = (owner: unknown): string[] => readStrings('Owner', picked(owner));

/**
 * Checks the ID of the owner and of others in the same request: Lark takes one kind for both.
 *
 * @param owner the entries of Owner; at most one
 * @param members the entries of Members
 * @returns undefined without any
 * @throws InputError for IDs that cannot be used
 */
export function recogniseOwner(
	owner: string[],
	members: string[] = [],
): { user_id_type: UserIdType; owner_id?: string; user_id_list: string[] } | undefined {
	if (owner.length > 1) {
		throw new InputError('Owner has more than one ID', 'Enter the ID of one person.');
	}
	if (owner.length + members.length === 0) return undefined;
	const fields = [owner.length > 0 && 'Owner', members.length > 0 && 'Members'].filter(Boolean);
	const { user_id_type } = recogniseUserIds(fields.join(' and '), [...owner, ...members]);
	return { user_id_type, owner_id: owner[0], user_id_list: [...new Set(members)] };
}
