import { isSharedCard } from '../../../content/card';
import type { Content } from '../../../content/fields';
import { parseContent } from '../../../content/parse';
import { readBack } from '../../../content/read-back';
import { LarkError } from '../../../contract/lark-error';
import { isCaller } from '../../caller';
import { assertNotDissolved, invalidParameter, messageOf } from '../../checks';
import { type Call, handler, type HandlerTable } from '../../handler';
import { assertMaySend } from './receiver';
import { assertLength, assertReferences } from './references';
import { viewFor } from './view';

const MAX_EDITS = 20;
const PATCH_WINDOW_MS = 14 * 24 * 60 * 60 * 1_000;

/** im-v1/message/update.md: texts and posts, by their sender. */
const update = handler<{ body: { msg_type: string; content: string } }>((call, platform) => {
	const { world } = platform;
	const { message, chat } = messageOf(call, platform);
	const { msg_type: msgType, content: sentContent } = call.body;
	assertMaySend(call, platform, chat);
	if (message.deleted) throw new LarkError(230110);
	if (!isCaller(call, message.sender)) throw new LarkError(230071);
	if (!['text', 'post'].includes(message.msgType)) throw new LarkError(230054);
	if (message.edits >= MAX_EDITS) throw new LarkError(230072);
	assertLength(msgType, call.bodyBytes);
	const content = parseContent(msgType, sentContent, platform);
	assertReferences(msgType, { caller: call, world, chat, content });
	message.msgType = msgType;
	world.rewrite(message, { sentContent, ...readBack(msgType, content, call.app.appId, world) });
	return viewFor(call, platform, message);
});

/** im-v1/message-card/patch.md: shared cards, by their sender, for 14 days. */
const patch = handler<{ body: { content: string } }>((call, platform) => {
	const { world } = platform;
	const { message, chat } = messageOf(call, platform);
	assertNotDissolved(call, chat);
	if (message.deleted) throw new LarkError(230110);
	if (message.msgType !== 'interactive') throw invalidParameter(call.endpoint, 'not a card');
	if (!isCaller(call, message.sender)) throw new LarkError(230027);
	if (world.isInBatch(message))
		throw invalidParameter(call.endpoint, 'cards of batch messages stay as they are');
	if (world.now() - message.createTime > PATCH_WINDOW_MS) throw new LarkError(230031);
	assertLength('interactive', call.bodyBytes);
	const { content: sentContent } = call.body;
	const card = parseContent('interactive', sentContent, platform);
	for (const version of [JSON.parse(message.sentContent) as Content, card]) {
		assertShared(call, version);
	}
	world.rewrite(message, {
		sentContent,
		...readBack('interactive', card, call.app.appId, world),
	});
	return {};
});

export const updateHandlers: HandlerTable = {
	'im.v1.message.update': update,
	'im.v1.message.patch': patch,
};

function assertShared({ endpoint }: Call, card: Content): void {
	if (!isSharedCard(card)) throw invalidParameter(endpoint, 'config.update_multi must be true');
}
