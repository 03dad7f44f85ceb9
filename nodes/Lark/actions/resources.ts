import { apiRequestResource } from './apiRequest';
import { batchMessageResource } from './batchMessage';
import { botResource } from './bot';
import { chatResource } from './chat';
import { chatMemberResource } from './chatMember';
import { withSimplify } from '../description/simplify';
import { fileResource } from './file';
import { messageResource } from './message';
import type { Operation, Resource } from './operation';
import { pinResource } from './pin';
import { reactionResource } from './reaction';
import { withRequestOptions } from '../description/requestOptions';
import { userResource } from './user';

/** Everything the node can do. */
export const resources: Resource[] = [
	apiRequestResource,
	batchMessageResource,
	botResource,
	chatResource,
	chatMemberResource,
	fileResource,
	messageResource,
	pinResource,
	reactionResource,
	userResource,
].map(({ operations, ...resource }) => ({
	...resource,
	operations: operations.map(withSimplify).map(withRequestOptions),
}));

/**
 * Finds what the user chose.
 *
 * @returns undefined for a resource or operation that does not exist
 */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}
