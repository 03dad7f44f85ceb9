import { createFile, createImage } from '../../../shared/lark/files';
import { createMessage } from '../../../shared/lark/messages';
import { basicBatchUsers, batchGetUserIds } from '../../../shared/lark/people';
import { receiver, resolveReceiver } from '../../fields/receiver';
import type { Operation } from '../operation';
import { sendMessages } from './sendMessages';
import { contentProperties, readMessages, sendTypes } from './types';

export const messageSend: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a message',
	description: 'Send a message of any type to a Lark chat or person',
	endpoints: [createMessage, createFile, createImage, batchGetUserIds, basicBatchUsers],
	lanes: [receiver],
	properties: [receiver.property, ...contentProperties(sendTypes)],

	async execute(item) {
		const address = receiver.read(item);
		const messages = await readMessages(item, sendTypes);
		const resolved = await resolveReceiver(item, address);
		return await sendMessages(
			item,
			messages.map((message) => ({ ...resolved, ...message })),
		);
	},
};
