import { register } from '../registry';
import { configHandlers } from './application/config';
import { publishHandlers } from './application/publish';
import { rangeHandlers } from './application/ranges';
import { applicationHandlers } from './application/read';
import { accessTokenHandlers } from './auth/access-token';
import { oauthTokenHandlers } from './authen/oauth-token';
import { userInfoHandlers } from './authen/user-info';
import { botHandlers } from './bot/info';
import { cardHandlers } from './card/card';
import { cardkitHandlers } from './cardkit/card';
import { cardkitElementHandlers } from './cardkit/element';
import { announcementHandlers } from './chat/announcement';
import { chatHandlers } from './chat/chat';
import { createHandlers } from './chat/create';
import { linkHandlers } from './chat/link';
import { managerHandlers } from './chat/manager';
import { menuHandlers } from './chat/menu';
import { memberHandlers } from './chat/member';
import { moderationHandlers } from './chat/moderation';
import { tabHandlers } from './chat/tab';
import { topNoticeHandlers } from './chat/top-notice';
import { changeHandlers } from './chat/update';
import { departmentHandlers } from './contact/department';
import { contactHandlers } from './contact/user';
import { customBotHandlers } from './custom-bot/hook';
import { outboundIpHandlers } from './event/outbound-ip';
import { chatButtonHandlers } from './feed/chat-button';
import { feedCardHandlers } from './feed/feed-card';
import { downloadHandlers } from './media/download';
import { uploadHandlers } from './media/upload';
import { batchMessageHandlers } from './message/batch';
import { forwardHandlers } from './message/forward';
import { ownMessageHandlers } from './message/own-message';
import { readStatusHandlers } from './message/read-status';
import { readHandlers } from './message/read';
import { recallHandlers } from './message/recall';
import { searchHandlers } from './message/search';
import { sendHandlers } from './message/send';
import { updateHandlers } from './message/update';
import { pinHandlers } from './pin/pin';
import { reactionBatchHandlers } from './reaction/batch-query';
import { reactionHandlers } from './reaction/reaction';
import { slashCommandHandlers } from './slash-command/slash-command';
import { urlPreviewHandlers } from './url-preview/url-preview';

/** What is served, by contract id. Everything else in the contract is refused with 501. */
export const handlers = register([
	accessTokenHandlers,
	applicationHandlers,
	configHandlers,
	publishHandlers,
	rangeHandlers,
	oauthTokenHandlers,
	userInfoHandlers,
	botHandlers,
	cardHandlers,
	cardkitHandlers,
	cardkitElementHandlers,
	announcementHandlers,
	chatHandlers,
	createHandlers,
	linkHandlers,
	managerHandlers,
	memberHandlers,
	menuHandlers,
	moderationHandlers,
	tabHandlers,
	topNoticeHandlers,
	changeHandlers,
	contactHandlers,
	departmentHandlers,
	customBotHandlers,
	outboundIpHandlers,
	chatButtonHandlers,
	feedCardHandlers,
	downloadHandlers,
	uploadHandlers,
	batchMessageHandlers,
	forwardHandlers,
	ownMessageHandlers,
	readStatusHandlers,
	readHandlers,
	recallHandlers,
	searchHandlers,
	sendHandlers,
	updateHandlers,
	pinHandlers,
	reactionBatchHandlers,
	reactionHandlers,
	slashCommandHandlers,
	urlPreviewHandlers,
]);
