import { getBotInfo } from '../../../shared/lark/app';
import type { Operation } from '../operation';

/** The response has no `data`. */
export const botGetInfo: Operation = {
	name: 'Get Info',
	value: 'getInfo',
	action: 'Get the bot',
	description: 'Get name, open_id, avatar and status of the Lark bot that this node acts as',
	endpoints: [getBotInfo],
	lanes: [],
	properties: [],

	async execute(item) {
		const { bot } = await item.lark.call(getBotInfo);
		return { ...bot };
	},
};
