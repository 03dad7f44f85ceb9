import type { IDataObject } from 'n8n-workflow';

import { forwardReceiver } from '../../fields/forwardReceiver';
import type { OperationItem } from '../../fields/item';
import type { Receiver } from '../../fields/receiver';
import { naming } from '../../fields/unknownReceiver';
import { sentMessage } from './sentMessage';

/** What both endpoints that forward take beside the ID of what is forwarded. */
interface Forwarding {
	query: { receive_id_type: Receiver['receive_id_type'] | 'thread_id' };
	body: { receive_id: string };
	uuid: string;
}

/**
 * Forwards a message or a thread to the receiver of an item.
 *
 * @param id of what is forwarded, the same whenever the item is tried again
 * @param forward calls the endpoint
 * @returns the message that has arrived
 */
export async function forwardTo(
	item: OperationItem,
	id: string,
	forward: (request: Forwarding) => Promise<IDataObject>,
): Promise<IDataObject> {
	const receiver = await forwardReceiver.read(item);
	const { receive_id, receive_id_type } = receiver;
	const uuid = item.uuid('forward', receive_id, id);
	return sentMessage(
		await naming(
			'Send To',
			receiver,
			async () => await forward({ query: { receive_id_type }, body: { receive_id }, uuid }),
		),
	);
}
