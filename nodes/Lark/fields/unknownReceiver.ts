import { NodeApiError } from 'n8n-workflow';

import { larkCodeOf } from '../../shared/transport/larkCode';

/** A receiver as an endpoint was given it. */
interface GivenReceiver {
	receive_id: string;
	receive_id_type: string;
}

/** The receive_id is unknown or not of its type (im-v1/message/create); people by IDs of another app. */
const UNKNOWN_RECEIVER = 230034;
const BAD_VALUE = 230001;
const FOREIGN_PERSON = 99992361;
const UNKNOWN_PEOPLE = [99992351, 99992360, 99992363, 99992364];

const PERSON_FIX =
	'The person must be in the availability of the app. An open_id (ou_...) belongs to one app, and a user_id to one company.';

const phoneFix = (digits: string) =>
	`A phone number starts with + and the country code, for example +${digits}. For a user_id: the person must be in the availability of the app.`;

/** What to say of an ID that Lark does not know, by its kind. */
const REASONS: Record<string, [reason: string, fix: string] | undefined> = {
	chat_id: [
		'no chat has this ID',
		'Pick the chat from the list, or copy its whole chat_id: oc_ and usually 32 letters and digits.',
	],
	thread_id: ['no thread has this ID', 'Copy the whole thread_id (omt_...) of a message.'],
	email: [
		'nobody with this address is within reach of the app',
		"Check the address: Lark knows people by the address in the company's directory. The person must be in the availability of the app.",
	],
	open_id: ['nobody with this ID is within reach of the app', PERSON_FIX],
	union_id: ['nobody with this ID is within reach of the app', PERSON_FIX],
	// A single word may be a user_id as well as a name.
	user_id: [
		'nobody with this user_id is within reach of the app',
		`If it is a name, pick the chat or person from the list. ${PERSON_FIX}`,
	],
};

const isUnknown = (code: number | undefined, words: string): boolean =>
	code === UNKNOWN_RECEIVER ||
	UNKNOWN_PEOPLE.includes(code ?? 0) ||
	(code === BAD_VALUE && words.includes('receive_id'));

function named(error: Error, field: string, receiver: GivenReceiver): Error {
	const { receive_id, receive_id_type } = receiver;
	const code = larkCodeOf(error);
	const known = REASONS[receive_id_type];
	if (!(error instanceof NodeApiError) || !known) return error;
	if (code === FOREIGN_PERSON) {
		error.message = `${field} "${receive_id}": this open_id belongs to another app`;
	} else if (isUnknown(code, error.message)) {
		const [reason, fix] = known;
		const advice = /^\d+$/.test(receive_id) ? phoneFix(receive_id) : fix;
		const reference = /\(Lark code .*$/.exec(error.description ?? '')?.[0];
		error.message = `${field} "${receive_id}": ${reason}`;
		error.description = [advice, reference].filter(Boolean).join(' ');
	}
	return error;
}

/**
 * Sends a request to a receiver. When Lark does not know the receiver, the error names the field and
 * its value, and says what to do.
 *
 * @param field as the user knows it
 * @throws what `send` throws
 */
export const naming = async <T>(
	field: string,
	receiver: GivenReceiver,
	send: () => Promise<T>,
): Promise<T> =>
	await send().catch((error: Error) => {
		throw named(error, field, receiver);
	});
