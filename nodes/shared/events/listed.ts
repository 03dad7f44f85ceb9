import type { IDataObject } from 'n8n-workflow';

import { toList, toObject, toText } from './values';

/** What is no words of anybody: somebody has joined, a divider. */
const NOTICE = 'system';

/** What the list and events have alike. */
const FIELDS = [
	'message_id',
	'root_id',
	'parent_id',
	'thread_id',
	'create_time',
	'update_time',
	'chat_id',
];

const pickFields = (listed: IDataObject): IDataObject =>
	Object.fromEntries(FIELDS.flatMap((name) => (name in listed ? [[name, listed[name]]] : [])));

/** IDs by their types, as events have them. */
const idsOf = ({ id, id_type }: IDataObject): IDataObject => ({ [toText(id_type)]: id });

/**
 * Writes a message of Lark's list as the event that Lark had pushed for it. What the list does not tell is missing:
 * the other IDs of people, and whether a person or a bot is mentioned.
 *
 * @param chat_type of the chat that it is in, which the list does not tell
 * @returns undefined for what was recalled, and for notices of Lark itself
 * @see im-v1/message/list, "Response"
 * @see im-v1/message/events/receive
 */
export function eventOfListed(
	listed: IDataObject,
	chat_type: string,
): { sender: IDataObject; message: IDataObject } | undefined {
	const { msg_type, body, sender, mentions, deleted, ...rest } = listed;
	if (deleted === true || msg_type === NOTICE) return undefined;
	const { id, id_type, ...from } = toObject(sender);
	const mentioned = toList(mentions).map((entry) => {
		const { id, id_type, ...mention } = toObject(entry);
		return { ...mention, id: idsOf({ id, id_type }) };
	});
	return {
		sender: { ...from, sender_id: idsOf({ id, id_type }) },
		message: {
			...pickFields(rest),
			chat_type,
			message_type: msg_type,
			content: toText(toObject(body).content),
			...(mentioned.length > 0 && { mentions: mentioned }),
		},
	};
}
