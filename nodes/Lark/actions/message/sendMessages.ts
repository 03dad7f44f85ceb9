import type { IDataObject } from 'n8n-workflow';

import { createMessage } from '../../../shared/lark/messages';
import type { OperationItem } from '../../fields/item';
import type { Receiver } from '../../fields/receiver';
import { naming } from '../../fields/unknownReceiver';
import { sendParts } from './sendParts';
import { sentMessage } from './sentMessage';
import type { OutgoingMessage } from './types/messageType';

/** A message and who gets it. */
export type AddressedMessage = Receiver & OutgoingMessage;

/**
 * Sends messages one after the other, each with a uuid of its own.
 *
 * @param field where the receiver stands, as the user knows it
 * @returns the messages as `sentMessage` gives them
 * @throws NodeApiError for the first one that Lark refuses
 * @see im-v1/message/create
 */
export async function sendMessages(
	item: OperationItem,
	messages: AddressedMessage[],
	field = 'Send To',
): Promise<IDataObject[]> {
	const send = async (
		{ receive_id_type, dedupeKey, ...message }: AddressedMessage,
		part: number,
	) => {
		const uuid = item.uuid(message.receive_id, String(part), dedupeKey ?? message.content);
		const { receive_id } = message;
		return await naming(
			field,
			{ receive_id, receive_id_type },
			async () =>
				await item.lark.call(createMessage, { query: { receive_id_type }, body: message, uuid }),
		);
	};
	return await sendParts(messages, send, sentMessage);
}
