import { Router } from 'express';

import { newSigningSecret, type CustomBot } from '../world/custom-bots';
import type { Chat } from '../world/types';
import type { World } from '../world/world';

interface CustomBotBody {
	name?: string;
	/** Switches signature verification on. */
	sign?: boolean;
	keywords?: string[];
	ip_allow_list?: string[];
}

/** The routes that do what a person does under Settings > Bots of a group: look at its custom bots, add one, and remove it. */
export function customBotRoutes(world: World): Router {
	const router = Router();

	router.get<{ chat_id: string }>('/chats/:chat_id/custom-bots', (req, res) => {
		const { chatId } = groupOf(world, req.params.chat_id);
		const bots = world.customBots.list.filter((bot) => bot.chatId === chatId);
		res.json(bots.map((bot) => botView(bot, req.headers.host)));
	});

	router.post<{ chat_id: string }, object, CustomBotBody>(
		'/chats/:chat_id/custom-bots',
		(req, res) => {
			const { name, sign, keywords, ip_allow_list: ipAllowList } = req.body;
			const bot = world.customBots.add({
				chatId: groupOf(world, req.params.chat_id).chatId,
				secret: sign ? newSigningSecret() : '',
				...(name && { name }),
				...(keywords && { keywords }),
				...(ipAllowList && { ipAllowList }),
			});
			world.emit({ type: 'state' });
			res.status(201).json(botView(bot, req.headers.host));
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

/** @throws Error if it is none */
function groupOf(world: World, chatId: string): Chat {
	const chat = world.chat(chatId);
	if (chat?.mode !== 'group') throw new Error(`There is no group ${chatId}`);
	return chat;
}

/** What the client shows to the members of the group, the secret among it. */
const botView = (bot: CustomBot, host = '') => ({
	hook_id: bot.hookId,
	name: bot.name,
	webhook_url: `http://${host}/open-apis/bot/v2/hook/${bot.hookId}`,
	signing_secret: bot.secret,
	keywords: bot.keywords,
	ip_allow_list: bot.ipAllowList,
});
