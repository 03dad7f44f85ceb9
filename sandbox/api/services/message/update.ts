import { isSharedCard } from '../../../content/card';
import type { Content } from '../../../content/fields';
import { parseContent } from '../../../content/parse';
import { readBack } from '../../../content/read-back';
import { LarkError } from '../../../contract/lark-error';
import { isCaller } from '../../caller';
import type { Message } from '../../../world/types';
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
	const given = parseContent(msgType, sentContent, platform);
	const content = withFilesOf(message, msgType, given);
	assertReferences(msgType, { caller: call, world, chat, content });
	message.msgType = msgType;
	world.rewrite(message, {
		sentContent: content === given ? sentContent : JSON.stringify(content),
		...readBack(msgType, content, call.app.appId, world),
	});
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

/** The files below a post stay unless others are given, or none: `files: []` (larksuite/cli, im +messages-edit). */
function withFilesOf({ msgType, sentContent }: Message, newType: string, given: Content): Content {
	if (msgType !== 'post' || newType !== 'post' || given.files) return given;
	const { files } = JSON.parse(sentContent) as Content;
	return files ? { ...given, files } : given;
}

function assertShared({ endpoint }: Call, card: Content): void {
	if (!isSharedCard(card)) throw invalidParameter(endpoint, 'config.update_multi must be true');
}
