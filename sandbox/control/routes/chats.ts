import { raw, Router } from 'express';

import { addAs, createGroupAs, dissolveAs, removeAs, renameAs, type Invited } from '../group-acts';
import { asSender, chatWith, found, personOf } from '../people';
import { say } from '../say';
import type { SharedFile } from '../share-file';
import { chatState, spokenView } from '../views';
import { markRead } from '../../world/reading';
import type { ControlOptions } from './options';

/** Every person who does something is named by an open_id. */
interface Actor {
	open_id: string;
}

interface SayingBody extends Actor {
	text: string;
	mention_bot?: boolean;
	reply_to?: string;
	/** The reply opens a thread. */
	in_thread?: boolean;
	/** Instead of text: content of any type, as apps receive it. */
	received?: { msg_type: string; content: object };
}

interface FileQuery extends Actor {
	name: string;
	as?: SharedFile['as'];
	duration?: string;
	reply_to?: string;
	in_thread?: string;
}

interface ChatPath {
	chat_id: string;
}

const MAX_FILE = '110mb';

/** What people do in chats and with groups. */
export function chatRoutes({ world, undelivered }: ControlOptions): Router {
	const router = Router();

	router.get('/chats/:chat_id/messages', (req, res) => {
		const chat = found(world.chat(req.params.chat_id), 'chat', req.params.chat_id);
		const whispered = world.cards.ephemeral.filter(
			({ chatId, deleted }) => chatId === chat.chatId && !deleted,
		);
		const messages = [...chat.messages, ...whispered].sort((a, b) => a.createTime - b.createTime);
		res.json({ items: messages.map((message) => spokenView(message, world, undelivered)) });
	});

	router.post<ChatPath, object, SayingBody>('/chats/:chat_id/messages', (req, res) => {
		const { open_id, text, mention_bot, reply_to, in_thread, received } = req.body;
		const message = say(world, {
			from: open_id,
			chat: req.params.chat_id,
			text,
			mentionBot: mention_bot,
			replyTo: reply_to,
			inThread: in_thread,
			received: received && { msgType: received.msg_type, content: received.content },
		});
		res.status(201).json(spokenView(message, world, undelivered));
	});

	router.post<ChatPath, object, Buffer, FileQuery>(
		'/chats/:chat_id/files',
		raw({ type: () => true, limit: MAX_FILE }),
		(req, res) => {
			const { open_id, name, as, duration = '0', reply_to, in_thread } = req.query;
			const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
			const message = say(world, {
				from: open_id,
				chat: req.params.chat_id,
				replyTo: reply_to,
				inThread: in_thread === 'true',
				file: { name, bytes, as, duration: Number(duration) },
			});
			res.status(201).json(spokenView(message, world, undelivered));
		},
	);

	router.post<ChatPath, object, Actor>('/chats/:chat_id/reads', (req, res) => {
		const user = personOf(world, req.body.open_id);
		markRead(world, chatWith(world, req.params.chat_id, user), user);
		res.json({});
	});

	router.post<object, object, Actor & { app_id: string }>('/p2p', (req, res) => {
		const user = personOf(world, req.body.open_id);
		const { appId } = found(world.app(req.body.app_id), 'app', req.body.app_id);
		const chat = world.openP2p(user.userId, { type: 'app', appId }, asSender(user));
		world.emit({ type: 'p2p.entered', chat, by: asSender(user) });
		res.json(chatState(chat, world));
	});

	router.post<object, object, Actor & Invited & { name: string }>('/chats', (req, res) => {
		const user = personOf(world, req.body.open_id);
		res.status(201).json(chatState(createGroupAs(world, user, req.body.name, req.body), world));
	});

	router.patch<ChatPath, object, Actor & { name?: string; description?: string }>(
		'/chats/:chat_id',
		(req, res) => {
			const user = personOf(world, req.body.open_id);
			res.json(chatState(renameAs(world, user, req.params.chat_id, req.body), world));
		},
	);

	router.delete<ChatPath, object, Actor>('/chats/:chat_id', (req, res) => {
		dissolveAs(world, personOf(world, req.body.open_id), req.params.chat_id);
		res.json({});
	});

	router.post<ChatPath, object, Actor & Invited>('/chats/:chat_id/members', (req, res) => {
		const user = personOf(world, req.body.open_id);
		res.json(chatState(addAs(world, user, req.params.chat_id, req.body), world));
	});

	router.delete<ChatPath, object, Actor & Invited>('/chats/:chat_id/members', (req, res) => {
		const user = personOf(world, req.body.open_id);
		res.json(chatState(removeAs(world, user, req.params.chat_id, req.body), world));
	});

	return router;
}
