import { createFile, createImage } from '../../../shared/lark/files';
import { replyToMessage } from '../../../shared/lark/messages';
import { basicBatchUsers, batchGetUserIds } from '../../../shared/lark/people';
import { messageIdField } from '../../fields/messageId';
import { replyInThread } from '../../fields/replyInThread';
import type { Operation } from '../operation';
import { sendParts } from './sendParts';
import { sentMessage } from './sentMessage';
import { contentProperties, readMessages, replyTypes } from './types';
import type { OutgoingMessage } from './types/messageType';

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
		const send = async ({ dedupeKey, ...content }: OutgoingMessage, part: number) => {
			const uuid = item.uuid(message_id, String(part), dedupeKey ?? content.content);
			return await item.lark.call(replyToMessage, {
				path: { message_id },
				body: { ...content, reply_in_thread: replyInThread.read(item) },
				uuid,
			});
		};
		return await sendParts(messages, send, sentMessage);
	},
};
