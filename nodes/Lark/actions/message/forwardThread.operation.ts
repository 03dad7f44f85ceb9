import { forwardThread } from '../../../shared/lark/messages';
import { batchGetUserIds } from '../../../shared/lark/people';
import { forwardReceiver } from '../../fields/forwardReceiver';
import { threadIdField } from '../../fields/threadId';
import type { Operation } from '../operation';
import { forwardTo } from './forwardTo';

const thread = threadIdField({ description: 'The thread to forward, by its thread_id (omt_...)' });

export const messageForwardThread: Operation = {
	name: 'Forward Thread',
	value: 'forwardThread',
	action: 'Forward a thread',
	description: 'Forward a whole Lark thread to another chat, thread or person, as a single message',
	endpoints: [forwardThread, batchGetUserIds],
	lanes: [forwardReceiver],
	properties: [thread.property, forwardReceiver.property],

	async execute(item) {
		const thread_id = thread.read(item);
		return await forwardTo(
			item,
			thread_id,
			async (request) => await item.lark.call(forwardThread, { path: { thread_id }, ...request }),
		);
	},
};
