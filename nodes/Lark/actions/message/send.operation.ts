import { createFile, createImage } from '../../../shared/lark/files';
import { sendByGroupBot } from '../../../shared/lark/groupBot';
import { createMessage } from '../../../shared/lark/messages';
import { basicBatchUsers, batchGetUserIds } from '../../../shared/lark/people';
import { propertiesByCaller } from '../../fields/propertiesByCaller';
import { receiver, resolveReceiver } from '../../fields/receiver';
import type { Operation } from '../operation';
import { groupBotTypes } from './groupBot/groupBotTypes';
import { sendAsGroupBot } from './groupBot/sendAsGroupBot';
import { sendMessages } from './sendMessages';
import { contentProperties, readMessages, sendTypes } from './types';

export const messageSend: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a message',
	description: 'Send a message of any type to a Lark chat or person',
	endpoints: [
		createMessage,
		createFile,
		createImage,
		batchGetUserIds,
		basicBatchUsers,
		sendByGroupBot,
	],
	lanes: [receiver],
	properties: propertiesByCaller(
		[receiver.property, ...contentProperties(sendTypes)],
		contentProperties(groupBotTypes),
	),

	async execute(item) {
		if (item.lark.actAs === 'groupBot') return await sendAsGroupBot(item);
		const address = receiver.read(item);
		const messages = await readMessages(item, sendTypes);
		const resolved = await resolveReceiver(item, address);
		return await sendMessages(
			item,
			messages.map((message) => ({ ...resolved, ...message })),
		);
	},
};
