import { createMessage } from '../../../shared/lark/messages';
import { batchGetUserIds } from '../../../shared/lark/people';
import { optionsCollection } from '../../fields/options';
import { resolveReceiver } from '../../fields/receiver';
import { sendAsWritten } from '../../fields/sendAsWritten';
import type { Operation } from '../operation';
import { readRecords } from './record';
import { sendMessages, type AddressedMessage } from './sendMessages';

export const messageSendFromItem: Operation = {
	name: 'Send From Item',
	value: 'sendFromItem',
	action: 'Send messages from the item',
	description:
		'Send Lark messages that the item describes with receiveType, receiveId, contentType and content',
	endpoints: [createMessage, batchGetUserIds],
	properties: [
		{
			displayName: 'Messages',
			name: 'messages',
			type: 'json',
			default: '={{ $json }}',
			required: true,
			hint: 'An object with receiveId and content, or a list of them',
			description:
				'Each message can also have receiveType (chat, user, email or phone) and contentType (text by default)',
		},
		optionsCollection([sendAsWritten.property]),
	],

	lanes(item) {
		try {
			return readRecords(item.value('messages')).map(({ receive_id }) => receive_id);
		} catch {
			return []; // Running it will say what is wrong with the records.
		}
	},

	async execute(item) {
		const deliveries: AddressedMessage[] = [];
		for (const message of readRecords(item.value('messages'), sendAsWritten.read(item))) {
			deliveries.push({ ...message, ...(await resolveReceiver(item, message, 'receiveId')) });
		}
		return await sendMessages(item, deliveries, 'receiveId');
	},
};
