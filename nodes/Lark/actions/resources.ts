import { apiRequest } from './apiRequest';
import { batchMessage } from './batchMessage';
import { bot } from './bot';
import { chat } from './chat';
import { chatMember } from './chatMember';
import { withSimplify } from './common/simplify';
import { file } from './file';
import { message } from './message';
import type { Operation, Resource } from './operation';
import { pin } from './pin';
import { reaction } from './reaction';
import { withRequestOptions } from './requestOptions';
import { user } from './user';

/** Everything the node can do. */
export const resources: Resource[] = [
	apiRequest,
	batchMessage,
	bot,
	chat,
	chatMember,
	file,
	message,
	pin,
	reaction,
	user,
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
