import { Router } from 'express';

import { newSigningSecret } from '../world/custom-bots';
import type { World } from '../world/world';

interface CustomBotBody {
	name?: string;
	/** Switches signature verification on. */
	sign?: boolean;
	keywords?: string[];
	ip_allow_list?: string[];
}

/** The routes that do what a person does under Settings > Bots of a group: add a custom bot, and remove it. */
export function customBotRoutes(world: World): Router {
	const router = Router();

	router.post<{ chat_id: string }, object, CustomBotBody>(
		'/chats/:chat_id/custom-bots',
		(req, res) => {
			const { name, sign, keywords, ip_allow_list: ipAllowList } = req.body;
			const chat = world.chat(req.params.chat_id);
			if (chat?.mode !== 'group') throw new Error(`There is no group ${req.params.chat_id}`);
			const bot = world.customBots.add({
				chatId: chat.chatId,
				secret: sign ? newSigningSecret() : '',
				...(name && { name }),
				...(keywords && { keywords }),
				...(ipAllowList && { ipAllowList }),
			});
			world.emit({ type: 'state' });
			res.status(201).json({
				name: bot.name,
				webhook_url: `http://${req.headers.host}/open-apis/bot/v2/hook/${bot.hookId}`,
				signing_secret: bot.secret,
				keywords: bot.keywords,
				ip_allow_list: bot.ipAllowList,
			});
		},
	);

	router.delete('/custom-bots/:hook_id', (req, res) => {
		const bot = world.customBots.byHook(req.params.hook_id);
		if (!bot) throw new Error('There is no such custom bot');
		world.customBots.remove(bot);
		world.emit({ type: 'state' });
		res.status(204).end();
	});

	return router;
}
