import { larkCodeOf } from '../../../shared/transport/larkCode';
import { switchOption } from '../../fields/field';
import type { ItemParameters } from '../../fields/item';

/** Only the official SDK has this field of the query (im.v1.message.list and get, with_sender_name). */
export const senderNames = switchOption({
	displayName: 'Sender Names',
	name: 'with_sender_name',
	type: 'boolean',
	default: false,
	description:
		'Whether senders have a name (sender_name). Lark gives the names that the app may read; those of others are left out.',
});

/**
 * Reads messages with the names of their senders, where the user wants these. If Lark refuses that, the messages come
 * without names.
 *
 * @param read asks Lark, with these fields in the query
 * @throws what `read` throws without names
 */
export async function withSenderNames<Read>(
	item: ItemParameters,
	read: (names: { with_sender_name?: true }) => Promise<Read>,
): Promise<Read> {
	if (!senderNames.read(item)) return await read({});
	const named = read({ with_sender_name: true });
	return await named.catch(async (error: unknown) =>
		larkCodeOf(error) === undefined ? await named : await read({}),
	);
}
