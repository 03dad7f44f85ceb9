import { Router } from 'express';

import type { Fault } from '../../api/faults';
import type { ControlOptions } from './options';

/** What Lark and the people's clients do wrong on purpose. */
export function faultRoutes({ faults, world }: ControlOptions): Router {
	const router = Router();

	router.post<object, object, Fault>('/faults', (req, res) => {
		const { api, code, times } = req.body;
		faults.add({ api, code, times });
		res.status(201).json({ api, code, times });
	});

	router.delete('/faults', (_req, res) => {
		faults.clear();
		res.status(204).end();
	});

	router.put<object, object, { is_old: boolean }>('/client', (req, res) => {
		world.hasOldClient = req.body.is_old;
		world.emit({ type: 'state' });
		res.json({ is_old: world.hasOldClient });
	});

	return router;
}
