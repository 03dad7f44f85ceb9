import { Router } from 'express';

import { changeApp, consoleView, decide, type AppChange } from '../console';
import { found } from '../people';
import type { ControlOptions } from './options';

interface AppPath {
	app_id: string;
}

/** The developer console. */
export function appRoutes({ world, hub, subscribe, useLongConnection }: ControlOptions): Router {
	const router = Router();
	const appOf = (id: string) => found(world.app(id), 'app', id);
	const view = (id: string) => consoleView(appOf(id), hub.of(id).length);

	router.post<object, object, { name: string }>('/apps', (req, res) => {
		if (!req.body.name) throw new Error('An app needs a name');
		const { appId } = world.registerApp({ name: req.body.name, scopes: [], events: [] });
		res.status(201).json(view(appId));
	});

	router.get('/apps/:app_id', (req, res) => {
		res.json(view(req.params.app_id));
	});

	router.patch<AppPath, object, AppChange>('/apps/:app_id', (req, res) => {
		changeApp(world, appOf(req.params.app_id), req.body);
		res.json(view(req.params.app_id));
	});

	router.post<AppPath & { version_id: string }, object, { approve: boolean }>(
		'/apps/:app_id/versions/:version_id',
		(req, res) => {
			const { app_id: id, version_id: versionId } = req.params;
			decide(world, appOf(id), versionId, req.body.approve);
			res.json(view(id));
		},
	);

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
			changeApp(world, appOf(req.params.app_id), req.body);
			const { redirectUrls } = appOf(req.params.app_id);
			res.json({ app_id: req.params.app_id, redirect_urls: redirectUrls });
		},
	);

	return router;
}
