import { chatScenarios } from './chat';
import { chatMemberScenarios } from './chat-member';
import { messageScenarios } from './message';
import {
	apiRequestScenarios,
	appScenarios,
	batchMessageScenarios,
	botScenarios,
	fileScenarios,
	pinScenarios,
	reactionScenarios,
	userScenarios,
} from './others';
import { ownMessageScenarios } from './own-message';
import type { Scenarios } from './preparation';

export { Preparation, type Run, type Scenario } from './preparation';

/** A scenario of every operation, by resource and operation. */
export const scenarios: Record<string, Scenarios> = {
	apiRequest: apiRequestScenarios,
	app: appScenarios,
	batchMessage: batchMessageScenarios,
	bot: botScenarios,
	chat: chatScenarios,
	chatMember: chatMemberScenarios,
	file: fileScenarios,
	message: { ...messageScenarios, ...ownMessageScenarios },
	pin: pinScenarios,
	reaction: reactionScenarios,
	user: userScenarios,
};
