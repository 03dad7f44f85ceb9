import { chatScenarios } from './chat';
import { cardScenarios } from './card';
import { chatMemberScenarios } from './chat-member';
import { messageScenarios } from './message';
import {
	apiRequestScenarios,
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
	batchMessage: batchMessageScenarios,
	bot: botScenarios,
	card: cardScenarios,
	chat: chatScenarios,
	chatMember: chatMemberScenarios,
	file: fileScenarios,
	message: { ...messageScenarios, ...ownMessageScenarios },
	pin: pinScenarios,
	reaction: reactionScenarios,
	user: userScenarios,
};
