import { createFile, createImage } from '../../../shared/lark/files';
import { replyToMessage } from '../../../shared/lark/messages';
import { basicBatchUsers, batchGetUserIds } from '../../../shared/lark/people';
import { switchOption } from '../../fields/field';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';
import { sendParts } from './sendParts';
import { contentProperties, readMessages, replyTypes } from './types';

const replyInThread = switchOption({
	displayName: 'Reply in Thread',
	name: 'reply_in_thread',
	type: 'boolean',
	default: true,
	description:
		'Whether to answer in a thread under the message. A message that is in a thread is always answered there.',
});

const message = messageIdField({
	description: 'The message to answer, by its message_id (om_...)',
});

export const messageReply: Operation = {
	name: 'Reply',
	value: 'reply',
	action: 'Reply to a message',
	description: 'Answer a Lark message with a message of any type, in the chat or in a thread',
	endpoints: [replyToMessage, createFile, createImage, batchGetUserIds, basicBatchUsers],
	lanes: [message],
	properties: [message.property, ...contentProperties(replyTypes, [replyInThread.property])],

	async execute(item) {
		const message_id = message.read(item);
		const messages = await readMessages(item, replyTypes);
		return await sendParts(messages, async ({ dedupeKey, ...content }, part) => {
			const uuid = item.uuid(message_id, String(part), dedupeKey ?? content.content);
			return await item.lark.call(replyToMessage, {
				path: { message_id },
				body: { ...content, reply_in_thread: replyInThread.read(item) },
				uuid,
			});
		});
	},
};
