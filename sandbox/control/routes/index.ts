import { json, Router, type ErrorRequestHandler } from 'express';

import { examplesFor } from '../../events/example';
import { customBotRoutes } from '../custom-bots';
import { found, personOf } from '../people';
import { changePerson, type PersonChange } from '../settings';
import { personView, stateView } from '../views';
import { appRoutes } from './apps';
import { chatRoutes } from './chats';
import { faultRoutes } from './faults';
import type { ControlOptions } from './options';
import { messageRoutes } from './messages';

interface EventBody {
	event_type: string;
	/** By default the documented example. */
	event?: object;
	app_id?: string;
}

/** The routes under /sandbox, for the chat page and the tests. They are not a part of Lark. */
export function controlRoutes(options: ControlOptions): Router {
	const { world, dispatcher, stream, pushEvent } = options;
	const appOf = (id: unknown) => found(world.app(String(id)), 'app', String(id));
	const router = Router();
	router.use(json());

	router.get('/state', (_req, res) => {
		res.json(stateView(world));
	});

	router.get('/stream', stream.open);

	router.get('/deliveries', (_req, res) => {
		res.json({ items: dispatcher.deliveries });
	});

	router.get('/deliveries/:id', (req, res) => {
		res.json(found(dispatcher.exchanges.get(req.params.id), 'delivery', req.params.id));
	});

	router.get('/events', (req, res) => {
		const { app_id, chat_id, open_id } = req.query;
		const app = app_id ? appOf(app_id) : world.apps[0];
		const user = open_id ? personOf(world, String(open_id)) : world.users[0];
		res.json({ items: examplesFor({ app, chat: world.chat(String(chat_id)), user, world }) });
	});

	router.post<object, object, EventBody>('/events', (req, res) => {
		const { event_type, event, app_id } = req.body;
		pushEvent(event_type, event, app_id ? appOf(app_id) : undefined);
		res.status(202).json({ event_type });
	});

	router.get('/resources/:key', (req, res) => {
		const resource = found(world.resource(req.params.key), 'resource', req.params.key);
		res.type(resource.contentType || 'application/octet-stream').send(resource.bytes);
	});

	router.patch<{ open_id: string }, object, PersonChange>('/users/:open_id', (req, res) => {
		const user = changePerson(world, personOf(world, req.params.open_id), req.body);
		res.json(personView(user, world));
	});

	router.use(customBotRoutes(world));
	router.use(chatRoutes(options), messageRoutes(options), appRoutes(options));
	router.use(faultRoutes(options), refuse);
	return router;
}

const refuse: ErrorRequestHandler = (error: Error, _req, res, _next) => {
	res.status(400).json({ error: error.message });
};
