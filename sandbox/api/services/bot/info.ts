import { LarkError } from '../../../contract/lark-error';
import type { Handler } from '../../platform';
import { avatarUrl } from '../../../world/views';

/** bot-v3: the answer has `bot` at the top level. */
const info: Handler = ({ app }) => {
	if (!app.botEnabled) throw new LarkError(11205);
	return {
		bot: {
			activate_status: app.activateStatus,
			app_name: app.name,
			avatar_url: avatarUrl(app.appId),
			ip_white_list: [],
			open_id: app.botOpenId,
		},
	};
};

export const botHandlers: Record<string, Handler> = { 'bot.v3.info.get': info };
