import { Router } from 'express';

import { editAs, pinAs, react, recallAs } from '../message-acts';
import { personOf } from '../people';
import type { Press } from '../press';
import { spokenView } from '../views';
import type { ControlOptions } from './options';

interface Actor {
	open_id: string;
}

interface PressBody extends Actor, Pick<Press, 'button' | 'input' | 'confirm'> {
	form_value?: Record<string, unknown>;
}

interface MessagePath {
	message_id: string;
}

/** What people do with a message that is there. */
export function messageRoutes({ world, undelivered, press }: ControlOptions): Router {
	const router = Router();
	const message = router.route('/messages/:message_id');
	const reactions = router.route('/messages/:message_id/reactions');
	const pin = router.route('/messages/:message_id/pin');

	const pressAs = async (
		message: string,
		{ open_id: from, form_value: form, ...act }: PressBody,
	) => {
		const toast = await press({ ...act, from, message, form });
		return toast ? { toast } : {};
	};

	router.post<MessagePath, object, PressBody>('/messages/:message_id/presses', async (req, res) => {
		res.json(await pressAs(req.params.message_id, req.body));
	});

	router.post<object, object, PressBody & MessagePath>('/press', async (req, res) => {
		const { message_id, ...act } = req.body;
		res.json(await pressAs(message_id, act));
	});

	message.put<MessagePath, object, Actor & { text: string }>((req, res) => {
		const user = personOf(world, req.body.open_id);
		const edited = editAs(world, user, req.params.message_id, req.body.text);
		res.json(spokenView(edited, world, undelivered));
	});

	message.delete<MessagePath, object, Actor>((req, res) => {
		recallAs(world, personOf(world, req.body.open_id), req.params.message_id);
		res.json({});
	});

	for (const [method, isThere] of [
		['post', true],
		['delete', false],
	] as const) {
		reactions[method]<MessagePath, object, Actor & { emoji_type: string }>((req, res) => {
			const { open_id, emoji_type } = req.body;
			react(world, personOf(world, open_id), req.params.message_id, emoji_type, isThere);
			res.json({});
		});
		pin[method]<MessagePath, object, Actor>((req, res) => {
			pinAs(world, personOf(world, req.body.open_id), req.params.message_id, isThere);
			res.json({});
		});
	}

	return router;
}
