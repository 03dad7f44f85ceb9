import { json, Router, type ErrorRequestHandler } from 'express';

import type { Dispatcher } from '../delivery/dispatcher';
import type { App } from '../world/types';
import type { World } from '../world/world';
import { customBotRoutes } from './custom-bots';
import type { Press, Toast } from './press';
import { say } from './say';
import type { Stream } from './stream';
import { chatState, spokenView, stateView } from './views';

interface SayingBody {
	open_id: string;
	text: string;
	mention_bot?: boolean;
	reply_to?: string;
	/** Instead of text: content of any type, as apps receive it. */
	received?: { msg_type: string; content: object };
}

interface EventBody {
	event_type: string;
	/** By default the documented example. */
	event?: object;
	app_id?: string;
}

interface PressBody {
	open_id: string;
	button: number;
}

interface P2pBody {
	open_id: string;
	app_id: string;
}

interface AppPath {
	app_id: string;
}

export interface ControlOptions {
	world: World;
	dispatcher: Dispatcher;
	stream: Stream;
	subscribe: (appId: string, requestUrl: string) => Promise<void>;
	useLongConnection: (appId: string) => void;
	pushEvent: (eventType: string, event?: object, app?: App) => void;
	press: (press: Press) => Promise<Toast | undefined>;
}

/** The routes under /sandbox, for the chat page and the tests. They are not a part of Lark. */
export function controlRoutes(options: ControlOptions): Router {
	const { world, dispatcher, stream, subscribe, useLongConnection, pushEvent, press } = options;
	const router = Router();
	router.use(json());

	router.get('/state', (_req, res) => {
		res.json(stateView(world));
	});

	router.get('/stream', stream.open);

	router.get('/deliveries', (_req, res) => {
		res.json({ items: dispatcher.deliveries });
	});

	router.get('/chats/:chat_id/messages', (req, res) => {
		const chat = found(world.chat(req.params.chat_id), 'chat', req.params.chat_id);
		res.json({ items: chat.messages.map((message) => spokenView(message, world)) });
	});

	router.post<{ chat_id: string }, object, SayingBody>('/chats/:chat_id/messages', (req, res) => {
		const { open_id, text, mention_bot, reply_to, received } = req.body;
		const message = say(world, {
			from: open_id,
			chat: req.params.chat_id,
			text,
			mentionBot: mention_bot,
			replyTo: reply_to,
			received: received && { msgType: received.msg_type, content: received.content },
		});
		res.status(201).json(spokenView(message, world));
	});

	router.post<{ message_id: string }, object, PressBody>(
		'/messages/:message_id/presses',
		async (req, res) => {
			const { open_id, button } = req.body;
			const toast = await press({ from: open_id, message: req.params.message_id, button });
			res.json(toast ? { toast } : {});
		},
	);

	router.post<object, object, P2pBody>('/p2p', (req, res) => {
		const { open_id, app_id } = req.body;
		const user = found(world.userByOpenId(open_id), 'user', open_id);
		const { appId } = found(world.app(app_id), 'app', app_id);
		res.json(chatState(world.openP2p(user.userId, { type: 'app', appId }), world));
	});

	router.post<object, object, EventBody>('/events', (req, res) => {
		const { event_type, event, app_id } = req.body;
		pushEvent(event_type, event, app_id ? found(world.app(app_id), 'app', app_id) : undefined);
		res.status(202).json({ event_type });
	});

	router.put<AppPath, object, { request_url: string }>(
		'/apps/:app_id/subscription',
		async (req, res) => {
			const { request_url } = req.body;
			await subscribe(req.params.app_id, request_url);
			res.json({ app_id: req.params.app_id, request_url });
		},
	);

	router.put('/apps/:app_id/long-connection', (req, res) => {
		useLongConnection(req.params.app_id);
		res.json({ app_id: req.params.app_id, long_connection: true });
	});

	router.put<AppPath, object, { redirect_urls: string[] }>(
		'/apps/:app_id/redirect-urls',
		(req, res) => {
			const app = found(world.app(req.params.app_id), 'app', req.params.app_id);
			app.redirectUrls = req.body.redirect_urls;
			res.json({ app_id: app.appId, redirect_urls: app.redirectUrls });
		},
	);

	router.get('/resources/:key', (req, res) => {
		const resource = found(world.resource(req.params.key), 'resource', req.params.key);
		res.type(resource.contentType).send(resource.bytes);
	});

	router.use(customBotRoutes(world));
	router.use(refuse);
	return router;
}

function found<T>(thing: T | undefined, kind: string, id: string): T {
	if (thing === undefined) throw new Error(`There is no ${kind} ${id}`);
	return thing;
}

const refuse: ErrorRequestHandler = (error: Error, _req, res, _next) => {
	res.status(400).json({ error: error.message });
};
