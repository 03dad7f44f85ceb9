import type { UserIdType } from '../world/world';

/** The field of a query that chooses the kind of user ID in request and response. */
export interface UserIds {
	user_id_type: UserIdType;
}
