import type { Handler } from '../platform';
import { batchMessageHandlers } from './message/batch';
import { botHandlers } from './bot/info';
import { cardHandlers } from './card/card';
import { chatHandlers } from './chat/chat';
import { chatAnnouncementHandlers } from './chat/announcement';
import { chatLinkHandlers } from './chat/link';
import { chatManagerHandlers } from './chat/manager';
import { chatMemberHandlers } from './chat/member';
import { chatModerationHandlers } from './chat/moderation';
import { chatSettingsHandlers } from './chat/settings';
import { chatTopNoticeHandlers } from './chat/top-notice';
import { contactHandlers } from './contact/user';
import { forwardHandlers } from './message/forward';
import { mediaHandlers } from './media/media';
import { messageHandlers } from './message/message';
import { messageSearchHandlers } from './message/search';
import { messageUpdateHandlers } from './message/update';
import { ownMessageHandlers } from './message/own-message';
import { pinHandlers } from './pin/pin';
import { reactionHandlers } from './reaction/reaction';
import { reactionBatchHandlers } from './reaction/batch-query';
import { userInfoHandlers } from './authen/user-info';

export { openHandlers } from './auth/access-token';

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
