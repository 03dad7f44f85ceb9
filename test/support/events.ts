import { randomUUID } from 'node:crypto';

const header = (type: string, token: string) => ({
	event_id: randomUUID(),
	event_type: type,
	create_time: String(Date.now()),
	token,
	app_id: 'cli_a5b0c1d2e3f40516',
	tenant_key: 'tenant',
});

/** A message as Lark pushes it; a text to the bot. */
export const messageEvent = (token: string, text = 'hi') => ({
	schema: '2.0',
	header: header('im.message.receive_v1', token),
	event: {
		sender: { sender_id: { open_id: `ou_${'a'.repeat(32)}` }, sender_type: 'user' },
		message: {
			message_id: `om_${randomUUID()}`,
			chat_id: `oc_${'b'.repeat(32)}`,
			chat_type: 'p2p',
			message_type: 'text',
			content: JSON.stringify({ text }),
		},
	},
});

/** A person presses a button of a card. */
export const cardEvent = (token: string) => ({
	schema: '2.0',
	header: header('card.action.trigger', token),
	event: {
		operator: { open_id: `ou_${'a'.repeat(32)}` },
		token: `c-${randomUUID()}`,
		action: { tag: 'button', value: { choice: 'yes' } },
		host: 'im_message',
		context: { open_message_id: `om_${'c'.repeat(32)}`, open_chat_id: `oc_${'b'.repeat(32)}` },
	},
});
