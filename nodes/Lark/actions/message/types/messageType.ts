import type { INodeProperties } from 'n8n-workflow';

import type { MessageContent } from '../../../../shared/content/message';
import type { OperationItem } from '../../../fields/item';

/** A message on its way. */
export interface OutgoingMessage extends MessageContent {
	/** What makes it the same when it is sent again, where the content cannot tell. */
	dedupeKey?: string;
}

/** What a user can choose under Message Type. */
export interface MessageType {
	name: string;
	/** Lark's msg_type, where it has one for this. Never changes once released. */
	value: string;
	description?: string;
	/** Its fields, without displayOptions for type and operation: those are added for all. */
	properties: INodeProperties[];
	/** Its entries in the Options of the operation. */
	options?: INodeProperties[];
	/** Whether Lark takes it in replies, too; true by default. */
	canReply?: boolean;
	/**
	 * Reads the fields of an item.
	 *
	 * @returns one message, or several in the order in which they are to be sent
	 * @throws InputError for a value that cannot be used
	 */
	read(
		item: OperationItem,
	): MessageContent | MessageContent[] | Promise<OutgoingMessage | OutgoingMessage[]>;
}
