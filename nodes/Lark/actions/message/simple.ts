import { readReceivedMentions, resolveMentions } from '../../../shared/events/mentions';
import { readReceivedContent } from '../../../shared/events/reading';
import { cardFormat } from '../../fields/cardFormat';
import type { Operation } from '../operation';
import { asObject, pick } from '../records';
import { contentKeys } from './keysInContent';

/** The IDs of a message, after what it says. */
const IDS = ['message_id', 'root_id', 'parent_id', 'thread_id', 'upper_message_id'];

/**
 * A message with its content in words, as Lark Trigger gives it, what can be downloaded, and the keys
 * for a next call; without what is the same for all messages (im-v1/message/get, im-v1/message/list).
 */
export const simpleMessage: Operation['simplify'] = (message, item) => {
	const msg_type = String(message.msg_type);
	const read = readReceivedContent(msg_type, String(asObject(message.body).content ?? ''));
	const mentions = [message.mentions ?? []]
		.flat()
		.map((mention) => pick(asObject(mention), ['key', 'id', 'name']));
	const keys = contentKeys(msg_type, read.content, cardFormat.read(item) !== undefined);
	return {
		text: resolveMentions(read.text, readReceivedMentions(mentions), []),
		...pick(message, ['chat_id']),
		sender: pick(asObject(message.sender), ['id', 'sender_type', 'sender_name']),
		...pick(message, ['msg_type', 'create_time', 'deleted']),
		...(keys && { content: keys }),
		...(read.attachments.length > 0 && {
			attachments: read.attachments.map((attachment) => ({ ...attachment })),
		}),
		...(mentions.length > 0 && { mentions }),
		...pick(message, IDS),
	};
};
