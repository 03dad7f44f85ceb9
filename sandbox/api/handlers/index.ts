import type { Handler } from '../platform';
import { batchMessageHandlers } from './batch-message';
import { botHandlers } from './bot';
import { cardHandlers } from './card';
import { chatHandlers } from './chat';
import { chatAnnouncementHandlers } from './chat-announcement';
import { chatLinkHandlers } from './chat-link';
import { chatManagerHandlers } from './chat-manager';
import { chatMemberHandlers } from './chat-member';
import { chatModerationHandlers } from './chat-moderation';
import { chatSettingsHandlers } from './chat-settings';
import { chatTopNoticeHandlers } from './chat-top-notice';
import { contactHandlers } from './contact';
import { forwardHandlers } from './forward';
import { mediaHandlers } from './media';
import { messageHandlers } from './message';
import { messageSearchHandlers } from './message-search';
import { messageUpdateHandlers } from './message-update';
import { ownMessageHandlers } from './own-message';
import { pinHandlers } from './pin';
import { reactionHandlers } from './reaction';
import { reactionBatchHandlers } from './reaction-batch';
import { userInfoHandlers } from './user-info';

export { openHandlers } from './auth';

/** What is served, by contract id. Everything else in the contract answers 501. */
export const handlers: Record<string, Handler> = {
	...batchMessageHandlers,
	...botHandlers,
	...cardHandlers,
	...chatHandlers,
	...chatAnnouncementHandlers,
	...chatLinkHandlers,
	...chatManagerHandlers,
	...chatMemberHandlers,
	...chatModerationHandlers,
	...chatSettingsHandlers,
	...chatTopNoticeHandlers,
	...contactHandlers,
	...forwardHandlers,
	...mediaHandlers,
	...messageHandlers,
	...messageSearchHandlers,
	...messageUpdateHandlers,
	...ownMessageHandlers,
	...pinHandlers,
	...reactionHandlers,
	...reactionBatchHandlers,
	...userInfoHandlers,
};
