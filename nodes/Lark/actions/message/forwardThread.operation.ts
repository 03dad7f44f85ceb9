import type { Client } from '@larksuiteoapi/node-sdk';

import type { Operation } from '../operation';
import { forwardReceiverProperty, readForwardReceiver } from './forwardReceiver';
import { checkThreadId, threadIdProperty } from './threadId';

/** POST /open-apis/im/v1/threads/:thread_id/forward, im-v1/message/forward-thread; uuid is in the query. */
export const forwardThread: Operation = {
	name: 'Forward Thread',
	value: 'forwardThread',
	action: 'Forward a thread',
	description: 'Forward a whole Lark thread to another chat, thread or person, as a single message',
	properties: [
		{ ...threadIdProperty, description: 'The thread to forward, by its thread_id (omt_...)' },
		forwardReceiverProperty,
	],

	async execute(item) {
		const thread_id = checkThreadId(item.string('threadId'));
		const { receive_id, receive_id_type } = await readForwardReceiver(item);
		return await item.lark.call<Client['im']['v1']['thread']['forward']>({
			method: 'POST',
			url: '/open-apis/im/v1/threads/:thread_id/forward',
			path: { thread_id },
			query: { receive_id_type, uuid: item.uuid('forward', receive_id, thread_id) },
			body: { receive_id },
		});
	},
};
