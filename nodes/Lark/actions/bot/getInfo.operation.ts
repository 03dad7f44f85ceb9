import type { Operation } from '../operation';

/** The endpoint is not in the SDK; typed by bot-v3. */
type GetBotInfo = () => Promise<{
	data?: {
		bot: {
			activate_status: number;
			app_name: string;
			avatar_url: string;
			ip_white_list: string[];
			open_id: string;
		};
	};
}>;

/** GET /open-apis/bot/v3/info, bot-v3; the answer has no `data`. */
export const getInfo: Operation = {
	name: 'Get Info',
	value: 'getInfo',
	action: 'Get the bot',
	description: 'Get name, open_id, avatar and status of the Lark bot that this node acts as',
	properties: [],

	async execute(item) {
		const { bot } = await item.lark.call<GetBotInfo>({
			method: 'GET',
			url: '/open-apis/bot/v3/info',
		});
		return { ...bot };
	},
};
