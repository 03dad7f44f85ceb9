import type { App, Chat, Sender, User } from '../world/types';

/** Who calls: an app, in its own name or in a user's. */
export interface Caller {
	app: App;
	user?: User;
	/** What the caller may do: the app's scopes, or those that the user granted. */
	scopes: string[] | 'all';
}

/** @returns the user_id of the user in whose name the call is made, otherwise the app_id */
export function callerId({ app, user }: Caller): string {
	return user?.userId ?? app.appId;
}

/** @returns the caller as the sender of a message or the operator of a pin or reaction */
export function senderOf({ app, user }: Caller): Sender {
	return user ? { type: 'user', userId: user.userId } : { type: 'app', appId: app.appId };
}

/** @returns whether the caller sent the message, set the pin or added the reaction */
export function isCaller(caller: Caller, sender: Sender): boolean {
	return sender.type === 'user'
		? sender.userId === caller.user?.userId
		: !caller.user && sender.appId === caller.app.appId;
}

/** @returns whether the bot, or the user when the call is made in a user's name, is in the chat */
export function isMember(caller: Caller, chat: Chat): boolean {
	return (caller.user ? chat.members : chat.bots).includes(callerId(caller));
}
