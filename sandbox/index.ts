import { Gateway } from './api/gateway';
import { Faults } from './api/faults';
import { OncePerUuid } from './api/idempotency';
import { openApis, type Interceptor, type RecordedRequest } from './api/open-apis';
import type { Platform } from './api/platform';
import { RateLimiter } from './api/rate-limiter';
import { Grants } from './api/services/authen/grants';
import { TokenStore } from './api/tokens';
import { previewOf } from './control/preview';
import { pressCard, type Press } from './control/press';
import { controlRoutes } from './control/routes';
import { say } from './control/say';
import { Stream } from './control/stream';
import { spokenView } from './control/views';
import { Dispatcher } from './delivery/dispatcher';
import { documentedEvent, previewTokenIn } from './events/documented-event';
import { publishEvents, subscriptionOf } from './events/publish';
import { UndeliveredEvents } from './events/undelivered';
import type { Sandbox, SandboxOptions } from './sandbox';
import { listen } from './server';
import { Hub } from './socket/hub';
import { seed } from './world/seed';
import type { Message } from './world/types';
import { World } from './world/world';

export type { ApiRequest } from './api/request';
export type { Fault } from './api/faults';
export type { Delivery } from './delivery/dispatcher';
export type { Interception, Interceptor, RecordedRequest } from './api/open-apis';
export type { Saying } from './control/say';
export type { Sandbox, SandboxOptions } from './sandbox';
export type { CustomBot } from './world/custom-bots';
export type { SeedOptions } from './world/seed';
export type * from './world/types';
export { addGroups } from './world/seed';
export { World } from './world/world';

/** Starts a sandbox on 127.0.0.1. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, brand = 'lark', clock = Date.now, timeScale = 1, latencyMs = 0 } = options;
	const world = new World(brand, clock);
	const app = seed(world, options.seed);
	const tokens = new TokenStore(clock);
	const faults = new Faults();
	const platform: Platform = {
		world,
		tokens,
		grants: new Grants(clock),
		faults,
		sent: new OncePerUuid(clock, 1),
		createdChats: new OncePerUuid(clock, 10),
		limiter: options.rateLimits ? new RateLimiter(clock) : undefined,
		allowUnknownFields: options.allowUnknownFields ?? false,
		connections: (appId) => hub.of(appId).length,
		verifyUrl: async (of, url) => await dispatcher.verifyUrl(subscriptionOf(of, url)),
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
		onDelivery: (delivery) => stream.send('delivery', () => delivery),
	});
	const undelivered = new UndeliveredEvents();
	publishEvents(world, dispatcher, undelivered);
	const previewIn = ({ chatId }: Message) => {
		const chat = world.chat(chatId);
		return chat ? previewOf(world, chat) : '';
	};
	world.on((happened) => {
		if (happened.type === 'state') stream.send('state', () => ({}));
		if (happened.type !== 'message.created' && happened.type !== 'message.changed') return;
		const { message } = happened;
		stream.send('message', () => ({
			chat_id: message.chatId,
			preview: previewIn(message),
			message: spokenView(message, world, undelivered),
		}));
	});

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
		const push = documentedEvent(eventType, event, to, world);
		const token = previewTokenIn(push);
		if (token) world.urlPreviews.asked(token, to.appId);
		dispatcher.dispatch(subscriptionOf(to), push);
	};

	const press = async (given: Press) => await pressCard(world, dispatcher, given);

	const requests: RecordedRequest[] = [];
	const interceptors = new Set<Interceptor>();
	const server = await listen(
		port,
		openApis({ gateway: new Gateway(platform), clock, latencyMs, interceptors, requests }),
		controlRoutes({
			world,
			faults,
			dispatcher,
			undelivered,
			hub,
			stream,
			subscribe,
			useLongConnection,
			pushEvent,
			press,
		}),
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
		refuse: (fault) => faults.add(fault),
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
