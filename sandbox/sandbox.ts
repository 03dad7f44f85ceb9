import type { Fault } from './api/faults';
import type { Interceptor, RecordedRequest } from './api/open-apis';
import type { Toast } from './control/toast';
import type { Press } from './control/press';
import type { Saying } from './control/say';
import type { Delivery } from './delivery/dispatcher';
import type { Hub } from './socket/hub';
import type { SeedOptions } from './world/seed';
import type { App, Brand, Message, User } from './world/types';
import type { World } from './world/world';

export interface SandboxOptions {
	/** 0, the default, for any free port. */
	port?: number;
	/** Default `lark`. */
	brand?: Brand;
	/** The time in milliseconds; default Date.now. */
	clock?: () => number;
	/** Multiplies the waits between event retries; default 1. */
	timeScale?: number;
	/** Default false. */
	rateLimits?: boolean;
	/** How long every API response takes; default 0. */
	latencyMs?: number;
	/** Accept query and body fields that the contract does not have, as Lark does; default false. */
	allowUnknownFields?: boolean;
	seed?: SeedOptions;
}

/** A Lark Open Platform on this machine. */
export interface Sandbox {
	url: string;
	port: number;
	world: World;
	/** The app of the seed. */
	app: App;
	/** Every request to /open-apis, oldest first. */
	requests: RecordedRequest[];
	/** The latest 10,000 attempts to push an event, oldest first. */
	deliveries: Delivery[];
	registerApp(given?: Partial<App>): App;
	/** Makes the tokens of one app, or of all apps, invalid at once. */
	revokeTokens(appId?: string): void;
	/** Issues a user_access_token of the default app. Throws for an unknown open_id. */
	issueUserToken(openId: string, scopes?: string[]): string;
	/** The open_id of a user, for an app, by default the default one. */
	openIdOf(user: User, app?: App): string;
	/** Lets a person press a button of a card; gives the toast of the app's response. */
	press(press: Press): Promise<Toast | undefined>;
	/** A person writes; apps get their events. Throws when the person could not write that. */
	say(saying: Saying): Message;
	/**
	 * Pushes any event or callback of the contract to an app, the default one if none is given.
	 *
	 * @param event by default the documented example
	 * @throws Error when the contract does not have the event, or a field of it
	 */
	pushEvent(eventType: string, event?: object, app?: App): void;
	/** Saves a request URL after the handshake, like the developer console. Rejects with the reason. */
	subscribe(appId: string, requestUrl: string): Promise<void>;
	/**
	 * Sends the app's events over its long connection from now on. Like the developer console, refuses (throws) as
	 * long as no client is connected.
	 */
	useLongConnection(appId: string): void;
	/** The long connections of all apps. */
	hub: Hub;
	/**
	 * Lark refuses right requests to an API with a code. Returns a function that ends it.
	 *
	 * @throws Error for an API or a code that the contract does not have
	 */
	refuse(fault: Fault): () => void;
	/** Injects faults before the request is handled. Returns a function that ends it. */
	intercept(interceptor: Interceptor): () => void;
	close(): Promise<void>;
}
