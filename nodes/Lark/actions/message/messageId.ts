import { InputError } from '../../../shared/inputError';

/**
 * Checks the ID of a message.
 *
 * @param field as the editor shows it
 * @returns the ID without surrounding spaces
 * @throws InputError when it is no message ID
 * @see im-v1/message/intro, message_id: om_ and what follows
 */
export function checkMessageId(value: string, field = 'Message ID'): string {
	const id = value.trim();
	if (/^om_\w+$/.test(id)) return id;
	throw new InputError(
		id === '' ? `${field} is empty` : `${field} cannot be "${id}": message IDs start with om_`,
		'Take it from Lark Trigger or from the output of Send: {{ $json.message_id }}.',
	);
}

/**
 * Checks a list of message IDs.
 *
 * @throws InputError when one of them is no message ID, or there are none
 */
export const readMessageIds = (values: string[]): string[] =>
	(values.length > 0 ? values : ['']).map((id) => checkMessageId(id, 'Message IDs'));

const MAX_MESSAGES = 100;

/**
 * Checks the IDs of messages that are forwarded together.
 *
 * @returns each ID once
 * @throws InputError when one of them is no message ID, or there are none or too many
 * @see im-v1/message/merge_forward, message_id_list: 1 to 100
 */
export function checkMessageIds(values: string[]): string[] {
	const ids = [...new Set(readMessageIds(values))];
	if (ids.length <= MAX_MESSAGES) return ids;
	throw new InputError(
		`Message IDs has ${ids.length} entries, Lark takes ${MAX_MESSAGES}`,
		'Forward the messages in several steps.',
	);
}
