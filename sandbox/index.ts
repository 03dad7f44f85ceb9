import { Gateway } from './api/gateway';
import { OncePerUuid } from './api/idempotency';
import type { Platform } from './api/platform';
import { TokenStore } from './api/tokens';
import { controlRoutes } from './control/routes';
import { Stream } from './control/stream';
import { spokenView } from './control/views';
import { Dispatcher, type Delivery } from './delivery/dispatcher';
import { RateLimiter } from './api/rate-limiter';
import { pressButton, type Press, type Toast } from './control/press';
import { documentedEvent } from './events/documented-event';
import { publishMessages, subscriptionOf } from './events/publish';
import { openApis, type Interceptor, type RecordedRequest } from './api/open-apis';
import { listen } from './server';
import { Grants } from './api/services/authen/grants';
import { Hub } from './socket/hub';
import { say, type Saying } from './control/say';
import { seed, type SeedOptions } from './world/seed';
import type { App, Brand, Message, User } from './world/types';
import { World } from './world/world';

export type { ApiRequest } from './api/request';
export type { Delivery } from './delivery/dispatcher';
export type { Interception, Interceptor, RecordedRequest } from './api/open-apis';
export type { Saying } from './control/say';
export type { SeedOptions } from './world/seed';
export type * from './world/types';
export { addGroups } from './world/seed';
export { World } from './world/world';

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
	/** How long every API answer takes; default 0. */
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
	/** The open_id of a user, as an app (the default one) knows it. */
	openIdOf(user: User, app?: App): string;
	/** Lets a person press a button of a card; gives the toast that the app answers with. */
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
	/** Injects faults before the request is handled. Returns a function that ends it. */
	intercept(interceptor: Interceptor): () => void;
	close(): Promise<void>;
}

/** Starts a sandbox on 127.0.0.1. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, brand = 'lark', clock = Date.now, timeScale = 1, latencyMs = 0 } = options;
	const world = new World(brand, clock);
	const app = seed(world, options.seed);
	const tokens = new TokenStore(clock);
	const platform: Platform = {
		world,
		tokens,
		grants: new Grants(clock),
		sent: new OncePerUuid(clock, 1),
		createdChats: new OncePerUuid(clock, 10),
		limiter: options.rateLimits ? new RateLimiter(clock) : undefined,
		allowUnknownFields: options.allowUnknownFields ?? false,
	};

	const stream = new Stream();
	const hub = new Hub(world, {
		PingInterval: 120,
		ReconnectCount: -1,
		ReconnectInterval: 120 * timeScale,
		ReconnectNonce: 30 * timeScale,
	});
	const dispatcher = new Dispatcher({
		clock,
		timeScale,
		socket: async (appId, body, deadlineMs) => await hub.push(appId, body, deadlineMs),
		onDelivery: (delivery) => stream.send('delivery', delivery),
	});
	world.on((happened) => {
		if (happened.type === 'state') return stream.send('state', {});
		const { message } = happened;
		stream.send('message', { chat_id: message.chatId, message: spokenView(message, world) });
	});
	publishMessages(world, dispatcher);

	const subscribe = async (appId: string, requestUrl: string) => {
		const subscriber = world.app(appId);
		if (!subscriber) throw new Error(`There is no app ${appId}`);
		await dispatcher.verifyUrl(subscriptionOf(subscriber, requestUrl));
		Object.assign(subscriber, { requestUrl, longConnection: false });
		world.emit({ type: 'state' });
	};

	const useLongConnection = (appId: string) => {
		const subscriber = world.app(appId);
		if (!subscriber) throw new Error(`There is no app ${appId}`);
		if (hub.of(appId).length === 0) throw new Error('No long connection has been established');
		subscriber.longConnection = true;
		world.emit({ type: 'state' });
	};

	const pushEvent = (eventType: string, event?: object, to = app) => {
		dispatcher.dispatch(subscriptionOf(to), documentedEvent(eventType, event, to, world));
	};

	const press = async (given: Press) => await pressButton(world, hub, given);

	const requests: RecordedRequest[] = [];
	const interceptors = new Set<Interceptor>();
	const server = await listen(
		port,
		openApis({ gateway: new Gateway(platform), clock, latencyMs, interceptors, requests }),
		controlRoutes({ world, dispatcher, stream, subscribe, pushEvent, press }),
		hub,
	);

	return {
		url: `http://127.0.0.1:${server.port}`,
		port: server.port,
		world,
		app,
		requests,
		deliveries: dispatcher.deliveries,
		registerApp: (given) => world.registerApp(given),
		revokeTokens: (appId) => tokens.revoke(appId),
		issueUserToken: (openId, scopes) => {
			const user = world.findUser(app, 'open_id', openId);
			if (!user) throw new Error(`There is no user ${openId}`);
			return tokens.user(app.appId, user.userId, scopes);
		},
		openIdOf: (user, reader = app) => world.userIdAs(user, reader.appId, 'open_id'),
		say: (saying) => say(world, saying),
		press,
		pushEvent,
		subscribe,
		useLongConnection,
		hub,
		intercept: (interceptor) => {
			interceptors.add(interceptor);
			return () => interceptors.delete(interceptor);
		},
		close: async () => {
			dispatcher.close();
			stream.close();
			await server.close();
		},
	};
}
