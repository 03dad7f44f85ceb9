import { firstDocumented, type Endpoint } from '../contract/contract';
import { LarkError } from '../contract/lark-error';
import type { App, Chat, Message } from '../world/types';
import { isMember } from './caller';
import type { Call } from './handler';
import type { Platform } from './platform';

/** Services have different codes for the same mistake; the endpoint's error table decides which one applies. */
const INVALID_PARAMETER = [230001, 232001, 234001, 40001, 1810001];
const INVALID_PAGE_TOKEN = [231012, 40012];
const NO_BOT = [230006, 232025, 234007, 1772025];
const NOT_INSTALLED = [232034, 230006, 1772034];
const OUT_OF_CHAT = [230002, 232011, 234004, 1772003];
const NO_SUCH_CHAT = [232006, 232001, 1770002];

/** @returns the endpoint's own refusal of a parameter, with the reason */
export function invalidParameter(endpoint: Endpoint, reason: string): LarkError {
	return new LarkError(firstDocumented(endpoint, INVALID_PARAMETER) ?? 9499, { ext: reason });
}

/** @returns the endpoint's own refusal of a page_token */
export function invalidPageToken(endpoint: Endpoint): LarkError {
	const code = firstDocumented(endpoint, INVALID_PAGE_TOKEN);
	return code ? new LarkError(code) : invalidParameter(endpoint, 'invalid page_token');
}

/** @throws LarkError when the app has no bot or is not enabled in the tenant, where the API documents such a code */
export function assertAppReady(endpoint: Endpoint, app: App): void {
	if (app.activateStatus !== 2) throwDocumented(endpoint, NOT_INSTALLED);
	if (!app.botEnabled) throwDocumented(endpoint, NO_BOT);
}

/** @throws LarkError 230002, 232011, 234004 or 1772003 */
export function assertMember(call: Call, chat: Chat): void {
	if (!isMember(call, chat)) throwDocumented(call.endpoint, OUT_OF_CHAT);
}

/** @throws LarkError 232009 where the API has it */
export function assertNotDissolved(call: Call, chat: Chat): void {
	if (chat.status === 'dissolved') throwDocumented(call.endpoint, [232009]);
}

/** @throws LarkError 99992354 for a message_id that does not exist */
export function messageOf(call: Call, { world }: Platform): { message: Message; chat: Chat } {
	const message = world.message(call.params.message_id);
	const chat = message && world.chat(message.chatId);
	if (!chat) throw new LarkError(99992354, { subject: `[${call.params.message_id}]` });
	return { message, chat };
}

/** @throws LarkError 232006, 232001 or 1770002 for a chat_id that does not exist */
export function chatOf(call: Call, { world }: Platform): Chat {
	const chat = world.chat(call.params.chat_id);
	if (!chat) throw new LarkError(firstDocumented(call.endpoint, NO_SUCH_CHAT) ?? 232006);
	return chat;
}

/**
 * Finds a chat that exists, is not dissolved and has the caller in it.
 *
 * @throws LarkError as `chatOf`, `assertNotDissolved` and `assertMember`
 */
export function openChatOf(call: Call, platform: Platform): Chat {
	const chat = chatOf(call, platform);
	assertNotDissolved(call, chat);
	assertMember(call, chat);
	return chat;
}

function throwDocumented(endpoint: Endpoint, codes: number[]): void {
	const code = firstDocumented(endpoint, codes);
	if (code !== undefined) throw new LarkError(code);
}
