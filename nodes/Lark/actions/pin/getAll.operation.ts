import { listPins } from '../../../shared/lark/pins';
import { chat } from '../../fields/chat';
import { optionsCollection } from '../../fields/options';
import { returnAllProperties } from '../../fields/returnAll';
import { readTimeRange, timeRangeOptions } from '../../fields/timeRange';
import type { Operation } from '../operation';

/** Times are in milliseconds. */
export const pinGetAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many pins',
	description: 'List the pinned messages of a Lark chat, the latest pin first',
	endpoints: [listPins],
	lanes: [chat],
	properties: [chat.property, ...returnAllProperties, optionsCollection(timeRangeOptions)],

	async execute(item) {
		const chat_id = chat.read(item);
		const { start, end } = readTimeRange(item);
		return await item.lark.list(
			listPins,
			{
				query: { chat_id, start_time: start?.toString(), end_time: end?.toString() },
			},
			{ pageSize: 50, limit: item.limit() },
		);
	},
};
