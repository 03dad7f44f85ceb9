import type { Message } from '../world/types';
import type { Occasion } from './occasion';

/** An event that an app does not get, and why. */
export interface Undelivered {
	eventType: string;
	appId: string;
	appName: string;
	/** What it is about, if it is a message. */
	message?: Message;
	at: number;
	reason: string;
}

/** How many are remembered; the oldest go first. */
const MAX_UNDELIVERED = 1_000;

/** The latest events that no app has got. */
export class UndeliveredEvents {
	private readonly items: Undelivered[] = [];

	add({ app, eventType, message }: Occasion, reason: string, at: number): void {
		this.items.push({ eventType, appId: app.appId, appName: app.name, message, at, reason });
		if (this.items.length > MAX_UNDELIVERED) this.items.shift();
	}

	/** @returns what is known about a message, oldest first */
	of(message: Message): Undelivered[] {
		return this.items.filter((item) => item.message === message);
	}
}
