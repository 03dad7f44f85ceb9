import { textContent } from '../../content/text';
import { textBehindCommand } from '../../events/command';
import { toText } from '../../events/values';
import { replyToMessage } from '../../lark/messages';
import { idempotencyKey } from '../../transport/idempotency';
import type { ChosenEvent } from '../chooseEvent';
import { triggerKey } from '../context';
import type { EventSettings } from '../settings';
import { withTimeout } from '../withTimeout';
import { isSessionCommand, sessionOf } from './index';

/**
 * Deals with a command that begins a session and stands alone, if the trigger is set to reply to it: begins the
 * session and replies, once however often Lark sends the event. Never throws, and takes no longer than an item
 * may: a reply that Lark refuses leaves a line in the log.
 *
 * @param now Unix time in ms
 * @returns whether it has, so that the message starts no execution
 */
export async function replyToCommand(
	chosen: ChosenEvent,
	{ simple, sessions }: EventSettings,
	now: number,
): Promise<boolean> {
	const { received, delivery } = chosen;
	if (!simple || sessions.reply === '' || !received) return false;
	if (!isSessionCommand(received, sessions.commands)) return false;
	const { text, names, attachments } = received;
	if (textBehindCommand(text, names) !== '' || attachments.length > 0) return false;
	sessionOf(delivery.context, received, sessions, now);
	const sent = send(chosen, toText(received.message.message_id), sessions.reply);
	const reported = sent.catch(({ message }: Error) => {
		const { name } = delivery.context.getNode();
		delivery.context.logger.warn(`"${name}" could not reply to a new session: ${message}`);
	});
	await withTimeout(delivery.deadline - performance.now(), reported);
	return true;
}

async function send({ delivery }: ChosenEvent, message_id: string, text: string): Promise<void> {
	const lark = await delivery.client();
	await lark.call(replyToMessage, {
		path: { message_id },
		body: textContent(text),
		uuid: idempotencyKey([triggerKey(delivery.context), 'new session', message_id]),
	});
}
