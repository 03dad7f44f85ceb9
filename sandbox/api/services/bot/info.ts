import { LarkError } from '../../../contract/lark-error';
import { avatarUrl } from '../../../world/views';
import { handler, type HandlerTable } from '../../handler';

/** bot-v3: the response has `bot` at the top level. */
const info = handler(({ app }) => {
	if (!app.botEnabled) throw new LarkError(11205);
	return {
		bot: {
			activate_status: app.activateStatus,
			app_name: app.name,
			avatar_url: avatarUrl(app.appId),
			ip_white_list: app.console.allowedIps,
			open_id: app.botOpenId,
		},
	};
});

export const botHandlers: HandlerTable = { 'bot.v3.info.get': info };
