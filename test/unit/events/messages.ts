import { readEnvelope, type LarkEvent } from '../../../nodes/shared/push/envelope';

/** The bot of the app in these messages. */
export const BOT = 'ou_bot';

export const user = (key: string, name: string, open_id: string) => ({
	key,
	id: { open_id, union_id: `on_${name}`, user_id: name.toLowerCase() },
	mentioned_type: 'user',
	name,
	tenant_key: 'tenant',
});

export const bot = (key: string, name = 'Helper', open_id = BOT) => ({
	...user(key, name, open_id),
	mentioned_type: 'bot',
});

interface Given {
	text?: string;
	mentions?: object[];
	sender?: object;
	message?: object;
}

/** A received message as Lark pushes it: from Tom, in a direct chat, unless told otherwise. */
export function received({ text = 'hi', mentions, sender, message }: Given = {}): LarkEvent {
	const envelope = readEnvelope({
		schema: '2.0',
		header: { event_id: 'e1', event_type: 'im.message.receive_v1', app_id: 'cli_1', token: 't' },
		event: {
			sender: {
				sender_id: { open_id: 'ou_tom', union_id: 'on_Tom', user_id: 'tom' },
				sender_type: 'user',
				tenant_key: 'tenant',
				...sender,
			},
			message: {
				message_id: 'om_1',
				chat_id: 'oc_1',
				chat_type: 'p2p',
				message_type: 'text',
				create_time: '1609073151345',
				content: JSON.stringify({ text }),
				...(mentions && { mentions }),
				...message,
			},
		},
	});
	if (envelope.kind !== 'event') throw new Error('This is no event');
	return envelope.event;
}
