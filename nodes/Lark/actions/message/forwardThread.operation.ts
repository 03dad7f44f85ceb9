import { forwardThread } from '../../../shared/lark/messages';
import { batchGetUserIds } from '../../../shared/lark/people';
import { forwardReceiver } from '../../fields/forwardReceiver';
import { threadIdField } from '../../fields/threadId';
import { naming } from '../../fields/unknownReceiver';
import type { Operation } from '../operation';
import { sentMessage } from './sentMessage';

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
		const receiver = await forwardReceiver.read(item);
		const { receive_id, receive_id_type } = receiver;
		return sentMessage(
			await naming(
				'Send To',
				receiver,
				async () =>
					await item.lark.call(forwardThread, {
						path: { thread_id },
						query: { receive_id_type },
						body: { receive_id },
						uuid: item.uuid('forward', receive_id, thread_id),
					}),
			),
		);
	},
};
