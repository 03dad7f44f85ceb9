import type { App, Message } from '../world/types';

/** One event for one app, before it is known whether the app gets it. */
export interface Occasion {
	app: App;
	eventType: string;
	event: object;
	/** What the event is about, if it is a message. */
	message?: Message;
	/** Any of these scopes, instead of those of the contract. */
	scopes?: string[];
	/** Why the scopes are needed, if the event type does not say it. */
	because?: string;
}
