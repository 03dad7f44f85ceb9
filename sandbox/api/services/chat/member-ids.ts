import type { UserIdType, World } from '../../../world/world';
import { invalidParameter } from '../../checks';
import type { Call } from '../../platform';

export type MemberIdType = 'open_id' | 'union_id' | 'user_id' | 'app_id';

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
 * Finds the people or bots behind the IDs of a list in the body.
 *
 * @throws LarkError 232001 for an empty list or more than 5 bots
 * @see group/chat-member/create.md, id_list
 */
export function membersIn(call: Call, world: World, list: 'id_list' | 'manager_ids') {
	const ids = (call.body[list] as string[] | undefined) ?? [];
	const type = call.query.member_id_type as MemberIdType;
	if (ids.length === 0) throw invalidParameter(call.endpoint, `${list} is empty`);
	if (type === 'app_id' && ids.length > MAX_BOTS_PER_CALL) {
		throw invalidParameter(call.endpoint, `more than ${MAX_BOTS_PER_CALL} bots`);
	}
	return findMembers(call, world, type, ids);
}

/** Finds the people or bots behind IDs of one kind, in order. */
export function findMembers(
	{ app }: Call,
	world: World,
	type: MemberIdType,
	ids: string[],
): GivenMember[] {
	return ids.map((given) => {
		if (type === 'app_id') {
			return { given, id: world.app(given)?.appId, resigned: false, invisible: false };
		}
		const user = world.findUser(app, type as UserIdType, given);
		return {
			given,
			id: user?.userId,
			resigned: user?.resigned ?? false,
			invisible: user !== undefined && !user.resigned && !world.isAvailable(app, user),
		};
	});
}
