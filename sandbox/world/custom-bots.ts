import { randomUUID } from 'node:crypto';

import { hex, ids } from './ids';

/** A bot that somebody has added to one group in the Lark client, without an app. */
export interface CustomBot {
	/** The sender of its messages. */
	appId: string;
	name: string;
	chatId: string;
	/** The last part of its webhook address. */
	hookId: string;
	/** Empty: signatures are not asked for. */
	secret: string;
	/** Of which each message must have one, if there are any. */
	keywords: string[];
	/** Addresses and networks that may send, such as 10.1.2.3, 10.1.2.* and 10.1.2.0/24; all when it is empty. */
	ipAllowList: string[];
}

/** The custom bots of all groups. */
export class CustomBots {
	readonly list: CustomBot[] = [];

	add(given: Pick<CustomBot, 'chatId'> & Partial<CustomBot>): CustomBot {
		const bot = {
			appId: ids.app(),
			name: 'Custom Bot',
			hookId: randomUUID(),
			secret: '',
			keywords: [],
			ipAllowList: [],
			...given,
		};
		this.list.push(bot);
		return bot;
	}

	/** Its address is good for nothing from now on. */
	remove(bot: CustomBot): void {
		this.list.splice(this.list.indexOf(bot), 1);
	}

	byHook(hookId: string): CustomBot | undefined {
		return this.list.find((bot) => bot.hookId === hookId);
	}

	/** @returns the name of the bot that a sender is */
	nameOf(appId: string): string | undefined {
		return this.list.find((bot) => bot.appId === appId)?.name;
	}
}

/** @returns a signing secret as the client shows it */
export const newSigningSecret = (): string => hex(22);
