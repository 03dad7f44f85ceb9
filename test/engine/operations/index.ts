import { chatScenarios } from './chat';
import { cardScenarios } from './card';
import { chatMemberScenarios } from './chat-member';
import { chatMenuScenarios } from './chat-menu';
import { chatTabScenarios } from './chat-tab';
import { departmentScenarios } from './department';
import { feedCardScenarios } from './feed-card';
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
import { slashCommandScenarios } from './slash-command';
import { urlPreviewScenarios } from './url-preview';
import type { Scenarios } from './preparation';

export { Preparation, type Run, type Scenario } from './preparation';

/** A scenario of every operation, by resource and operation. */
export const scenarios: Record<string, Scenarios> = {
	apiRequest: apiRequestScenarios,
	app: appScenarios,
	batchMessage: batchMessageScenarios,
	bot: botScenarios,
	card: cardScenarios,
	chat: chatScenarios,
	chatMember: chatMemberScenarios,
	chatMenu: chatMenuScenarios,
	chatTab: chatTabScenarios,
	department: departmentScenarios,
	feedCard: feedCardScenarios,
	file: fileScenarios,
	message: { ...messageScenarios, ...ownMessageScenarios },
	pin: pinScenarios,
	reaction: reactionScenarios,
	slashCommand: slashCommandScenarios,
	urlPreview: urlPreviewScenarios,
	user: userScenarios,
};
