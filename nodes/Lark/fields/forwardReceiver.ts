import type { Field } from './field';
import type { OperationItem } from './item';
import { receiver, resolveReceiver, type Receiver } from './receiver';

type ForwardReceiver = Receiver | { receive_id: string; receive_id_type: 'thread_id' };

const { property } = receiver;
const { modes: [list, address] = [] } = property;

/**
 * Who gets a forwarded message: as for Send, and a thread besides. Read it after the other fields: a
 * phone number is looked up.
 *
 * @see im-v1/message/forward-message, receive_id_type
 */
export const forwardReceiver: Field<Promise<ForwardReceiver>, OperationItem> = {
	property: {
		...property,
		modes: [
			list,
			{
				...address,
				hint: 'A chat_id (oc_), thread_id (omt_), open_id (ou_), union_id (on_), user_id, email address or phone number',
			},
		],
	},
	async read(item) {
		const receive_id = item.string(property.name).trim();
		if (/^omt_\w+$/.test(receive_id)) return { receive_id, receive_id_type: 'thread_id' };
		return await resolveReceiver(item, receiver.read(item));
	},
};
