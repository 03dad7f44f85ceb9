import { readBack } from '../../../content/read-back';
import { describeError, endpointById } from '../../../contract/contract';
import { LarkError } from '../../../contract/lark-error';
import type { CustomBot } from '../../../world/custom-bots';
import { requestHandler, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import type { ApiRequest } from '../../request';
import type { ApiResponse } from '../../response';
import { readHookMessage } from './content';
import { assertSecurity } from './security';

const ID = 'bot.v2.hook.send';

const MAX_BODY_BYTES = 20 * 1024;

const FIELDS = ['timestamp', 'sign', 'msg_type', 'content', 'card'];

/** Codes of the security settings, whose documented responses have no data. */
const SECURITY_CODES = [19021, 19022, 19024];

/** client-docs/bot-v3/use-custom-bots-in-a-group. Refusals have HTTP status 200, too. */
const send = requestHandler((request, platform) => {
	try {
		deliver(request, platform);
		return respond({ StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' });
	} catch (error) {
		if (error instanceof LarkError) return refusal(error);
		throw error;
	}
});

export const customBotHandlers: HandlerTable = { [ID]: send };

/** Checks in this order: the address, the security settings, the message, the rate. */
function deliver({ path, body, ip }: ApiRequest, platform: Platform): void {
	const { world } = platform;
	const bot = botOf(path, platform);
	assertSecurity(bot, body.fields, ip, world.now());
	if (body.kind !== 'json') throw new LarkError(9499, { ext: 'the body is not JSON' });
	if (body.byteLength > MAX_BODY_BYTES) throw new LarkError(9499, { ext: 'more than 20 KB' });
	const unknown = Object.keys(body.fields).find((name) => !FIELDS.includes(name));
	if (unknown && !platform.allowUnknownFields) throw new LarkError(9499, { ext: `no ${unknown}` });
	const { msgType, content } = readHookMessage(body.fields, platform);
	const { rateLimit } = endpointById(ID);
	const verdict = platform.limiter?.check(`custom bot ${bot.hookId}`, rateLimit ?? {});
	if (verdict && !verdict.allowed) throw new LarkError(11232);
	world.addMessage({
		chatId: bot.chatId,
		msgType,
		sender: { type: 'app', appId: bot.appId },
		sentContent: JSON.stringify(content),
		...readBack(msgType, content, world.apps[0].appId, world),
	});
}

/** @throws LarkError 19001 for an address that no bot has, or not any more */
function botOf(path: string, { world }: Platform): CustomBot {
	const bot = world.customBots.byHook(path.split('/').at(-1) ?? '');
	if (!bot || world.chat(bot.chatId)?.status !== 'normal') throw new LarkError(19001);
	return bot;
}

function refusal({ code, detail }: LarkError): ApiResponse {
	const { message } = describeError(endpointById(ID), code);
	const msg = detail.ext ? `${message}: ${detail.ext}` : message;
	return respond(SECURITY_CODES.includes(code) ? { code, msg } : { code, data: {}, msg });
}

const respond = (body: Record<string, unknown>): ApiResponse => ({
	status: 200,
	headers: {},
	body,
});
