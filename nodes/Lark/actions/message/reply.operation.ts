import type { Client } from '@larksuiteoapi/node-sdk';
import type { INodeProperties } from 'n8n-workflow';

import { BOT_OR_USER, type Operation } from '../operation';
import { contentProperties, readContent, replyTypes } from './content';
import { messageIdProperty } from './fields';
import { checkMessageId } from './messageId';
import { sendParts } from './parts';

const replyInThread: INodeProperties = {
	displayName: 'Reply in Thread',
	name: 'reply_in_thread',
	type: 'boolean',
	default: true,
	description:
		'Whether to answer in a thread under the message. A message that is in a thread is always answered there.',
};

/** POST /open-apis/im/v1/messages/:message_id/reply, im-v1/message/reply. */
export const reply: Operation = {
	name: 'Reply',
	value: 'reply',
	action: 'Reply to a message',
	description: 'Answer a Lark message with a message of any type, in the chat or in a thread',
	identities: BOT_OR_USER,
	properties: [
		{ ...messageIdProperty, description: 'The message to answer, by its message_id (om_...)' },
		...contentProperties(replyTypes, [replyInThread]),
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const messages = await readContent(item, replyTypes);
		return await sendParts(messages, async ({ identity, ...message }, part) => {
			const uuid = item.uuid(message_id, String(part), identity ?? message.content);
			return await item.lark.call<Client['im']['v1']['message']['reply']>({
				method: 'POST',
				url: '/open-apis/im/v1/messages/:message_id/reply',
				path: { message_id },
				body: { ...message, reply_in_thread: item.option('reply_in_thread'), uuid },
			});
		});
	},
};
