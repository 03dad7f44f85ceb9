import type { IDataObject } from 'n8n-workflow';

import { getReadStatus } from '../../../shared/lark/messages';
import type { LarkData } from '../../../shared/transport/endpoint';
import { chunk } from '../../fields/chunk';
import { messageIdsField } from '../../fields/messageId';
import type { Operation } from '../operation';

/** How many messages one request takes. */
const MAX_MESSAGES = 50;

const messageIds = messageIdsField(
	'The messages, by their message_ids (om_...), separated by commas',
);

type StatusData = LarkData<NonNullable<(typeof getReadStatus)['sdkMethod']>>;

/** What Lark says in either of its forms: `is_read`, or `read_status`, where `unexpected` is not unread. */
function recordOf(message_id: string, { items, invalid_message_ids }: StatusData): IDataObject {
	const item = items?.find((candidate) => candidate.message_id === message_id);
	const isInvalid = !item || invalid_message_ids?.includes(message_id);
	if (isInvalid) {
		return { message_id, read_status: 'unexpected', unexpected_reason: 'invalid' };
	}
	const { is_read, unexpected_reason } = item;
	const byFlag = is_read === undefined ? 'unexpected' : is_read ? 'read' : 'unread';
	return {
		message_id,
		read_status: item.read_status ?? byFlag,
		...(unexpected_reason && { unexpected_reason }),
	};
}

export const messageGetReadStatus: Operation = {
	name: 'Get Read Status',
	value: 'getReadStatus',
	action: 'Get whether messages are read',
	description:
		'Tell for each of several Lark messages whether the person whose credential is used has read it. Only with Act As set to User.',
	endpoints: [getReadStatus],
	lanes: [],
	properties: [messageIds.property],

	async execute(item) {
		const records: IDataObject[] = [];
		for (const message_ids of chunk(messageIds.read(item), MAX_MESSAGES)) {
			const status = await item.lark.call(getReadStatus, { body: { message_ids } });
			records.push(...message_ids.map((id) => recordOf(id, status)));
		}
		return records;
	},
};
