import type { UserIdType, World } from '../../../world/world';
import type { Caller } from '../../caller';
import { invalidParameter } from '../../checks';
import type { Call } from '../../handler';

/** `app_id` for bots, everything else for people. */
export type MemberIdType = UserIdType | 'app_id';

/** The field of a query that says which kind of ID a list has. */
export interface MemberIds {
	member_id_type: MemberIdType;
}

const MAX_BOTS_PER_CALL = 5;

/** An ID of a request; `id` is the user_id or app_id behind it, if there is one. */
export interface GivenMember {
	given: string;
	id?: string;
	resigned: boolean;
	/** Outside the availability of the calling app. */
	invisible: boolean;
}

/**
 * Finds the people or bots that a request names.
 *
 * @param ids the list of the body
 * @throws LarkError 232001 for an empty list or more than 5 bots
 * @see group/chat-member/create.md, id_list
 */
export function membersIn(
	call: Call<{ query: MemberIds }>,
	world: World,
	ids: string[] = [],
): GivenMember[] {
	const { member_id_type: type } = call.query;
	if (ids.length === 0) throw invalidParameter(call.endpoint, 'the list of IDs is empty');
	if (type === 'app_id' && ids.length > MAX_BOTS_PER_CALL) {
		throw invalidParameter(call.endpoint, `more than ${MAX_BOTS_PER_CALL} bots`);
	}
	return findMembers(call, world, type, ids);
}

/** Finds the people or bots behind IDs of one kind, in order. */
export function findMembers(
	{ app }: Caller,
	world: World,
	type: MemberIdType,
	ids: string[],
): GivenMember[] {
	return ids.map((given) => {
		if (type === 'app_id') {
			return { given, id: world.app(given)?.appId, resigned: false, invisible: false };
		}
		const user = world.findUser(app, type, given);
		return {
			given,
			id: user?.userId,
			resigned: user?.resigned ?? false,
			invisible: user !== undefined && !user.resigned && !world.isAvailable(app, user),
		};
	});
}
