import type { INodeProperties } from 'n8n-workflow';

import type { OperationItem } from '../operation';
import { readReceiver, receiverProperty, type Receiver } from './receiver';

const { modes: [list, address] = [] } = receiverProperty;

/** As for Send, and a thread besides; `readForwardReceiver` reads it. */
export const forwardReceiverProperty: INodeProperties = {
	...receiverProperty,
	modes: [
		list,
		{
			...address,
			hint: 'A chat_id (oc_), thread_id (omt_), open_id (ou_), union_id (on_), user_id, email address or phone number',
		},
	],
};

/**
 * Reads the Send To of a forwarded message. Comes after the other fields: a phone number is looked
 * up here.
 *
 * @throws InputError for anything that cannot receive a message
 * @see im-v1/message/forward-message, receive_id_type
 */
export async function readForwardReceiver(
	item: OperationItem,
): Promise<Receiver | { receive_id: string; receive_id_type: 'thread_id' }> {
	const receive_id = item.string('receiver').trim();
	if (/^omt_\w+$/.test(receive_id)) return { receive_id, receive_id_type: 'thread_id' };
	return await readReceiver(item);
}
