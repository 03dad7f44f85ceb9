import { InputError } from '../../../shared/inputError';

/**
 * Checks the ID of a message.
 *
 * @returns the ID without surrounding spaces
 * @throws InputError when it is no message ID
 * @see im-v1/message/intro, message_id: om_ and what follows
 */
export function checkMessageId(value: string): string {
	const id = value.trim();
	if (/^om_\w+$/.test(id)) return id;
	throw new InputError(
		id === '' ? 'Message ID is empty' : `Message ID cannot be "${id}": message IDs start with om_`,
		'Take it from Lark Trigger or from the output of Send: {{ $json.message_id }}.',
	);
}

const MAX_MESSAGES = 100;

/**
 * Checks a list of message IDs.
 *
 * @throws InputError when one of them is no message ID, or there are none or too many
 * @see im-v1/message/merge_forward, message_id_list: 1 to 100
 */
export function checkMessageIds(values: string[]): string[] {
	if (values.length === 0) checkMessageId('');
	if (values.length <= MAX_MESSAGES) return values.map(checkMessageId);
	throw new InputError(
		`Message IDs has ${values.length} entries, Lark takes ${MAX_MESSAGES}`,
		'Forward the messages in several steps.',
	);
}
