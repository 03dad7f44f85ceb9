import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT, USER, NOBODY } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** The app itself, and whom it acts for (bot-v3, authentication-management). */

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

export const getBotInfo = endpoint<GetBotInfo>('GET', '/open-apis/bot/v3/info', {
	tokens: BOT,
	scopes: [],
	doc: 'bot-v3/uAjMxEjLwITMx4CMyETM',
});

export const getUserInfo = endpoint<Client['authen']['v1']['userInfo']['get']>(
	'GET',
	'/open-apis/authen/v1/user_info',
	{ tokens: USER, scopes: [], doc: 'authentication-management/login-state-management/get' },
);

export const createTenantToken = endpoint(
	'POST',
	'/open-apis/auth/v3/tenant_access_token/internal',
	{
		tokens: NOBODY,
		scopes: [],
		repeat: 'always',
		doc: 'authentication-management/access-token/tenant_access_token_internal',
	},
);

export const listOutboundIps = endpoint<Client['event']['v1']['outboundIp']['list']>(
	'GET',
	'/open-apis/event/v1/outbound_ip',
	{
		tokens: BOT,
		scopes: ['event:ip_list'],
		doc: 'event-subscription-guide/event-subscriptions/list',
	},
);
