import type { Client } from '@larksuiteoapi/node-sdk';
import type { IDataObject } from 'n8n-workflow';

import type { OperationItem } from '../operation';
import type { OutgoingMessage } from './content/messageType';
import { sendParts } from './parts';
import type { Receiver } from './receiver';

/** A message and who gets it. */
export type Delivery = Receiver & OutgoingMessage;

/**
 * Sends messages one after the other, each with a uuid of its own.
 *
 * @returns the messages as Lark describes them
 * @throws NodeApiError for the first one that Lark refuses
 * @see im-v1/message/create
 */
export async function deliver(item: OperationItem, deliveries: Delivery[]): Promise<IDataObject[]> {
	return await sendParts(deliveries, async ({ receive_id_type, identity, ...message }, part) => {
		const uuid = item.uuid(message.receive_id, String(part), identity ?? message.content);
		return await item.lark.call<Client['im']['v1']['message']['create']>({
			method: 'POST',
			url: '/open-apis/im/v1/messages',
			query: { receive_id_type },
			body: { ...message, uuid },
		});
	});
}
