import { apiRequestResource } from '../actions/apiRequest';
import { appResource } from '../actions/app';
import { batchMessageResource } from '../actions/batchMessage';
import { botResource } from '../actions/bot';
import { cardResource } from '../actions/card';
import { chatResource } from '../actions/chat';
import { chatMemberResource } from '../actions/chatMember';
import { chatMenuResource } from '../actions/chatMenu';
import { chatTabResource } from '../actions/chatTab';
import { departmentResource } from '../actions/department';
import { feedCardResource } from '../actions/feedCard';
import { fileResource } from '../actions/file';
import { messageResource } from '../actions/message';
import type { Operation, Resource } from '../actions/operation';
import { pinResource } from '../actions/pin';
import { reactionResource } from '../actions/reaction';
import { slashCommandResource } from '../actions/slashCommand';
import { urlPreviewResource } from '../actions/urlPreview';
import { userResource } from '../actions/user';
import { withRequestOptions } from './requestOptions';
import { withSimplify } from './simplify';

/** Everything the node can do. */
export const resources: Resource[] = [
	apiRequestResource,
	appResource,
	batchMessageResource,
	botResource,
	cardResource,
	chatResource,
	chatMemberResource,
	chatMenuResource,
	chatTabResource,
	departmentResource,
	feedCardResource,
	fileResource,
	messageResource,
	pinResource,
	reactionResource,
	slashCommandResource,
	urlPreviewResource,
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
