import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { recentText, type RecentMessage } from '../../events/recent';
import { toList, toObject, toText } from '../../events/values';
import { binaryName } from '../extras';

const timeOf = ({ json }: INodeExecutionData) => Number(json.create_time) || 0;

const listsOf = (messages: IDataObject[], field: string) =>
	messages.flatMap((message) => toList(message[field])) as IDataObject[];

/** Where to download it from: the message that it is in. */
const attachmentsOf = (message: IDataObject) =>
	toList(message.attachments).map((attachment) => ({
		...toObject(attachment),
		message_id: message.message_id,
	}));

/** Numbers the files anew, as the joined list of attachments has them. */
function joinBinary(items: INodeExecutionData[]): IBinaryKeyData {
	const joined: IBinaryKeyData = {};
	let offset = 0;
	for (const { json, binary } of items) {
		const count = toList(json.attachments).length;
		for (let index = 0; index < count; index++) {
			const file = binary?.[binaryName(index)];
			if (file) joined[binaryName(offset + index)] = file;
		}
		offset += count;
	}
	return joined;
}

/** What was written before the first message that came, without what has come since. */
function recentOf({ json }: INodeExecutionData, messages: IDataObject[]): IDataObject {
	if (json.recent_messages === undefined) return {};
	const ids = new Set(messages.map(({ message_id }) => message_id));
	const recent = listsOf([json], 'recent_messages').filter(
		({ message_id }) => !ids.has(message_id),
	);
	return {
		recent_messages: recent,
		recent_text: recentText(recent as unknown as RecentMessage[]),
	};
}

/**
 * Makes one item of the flat items of a window's messages: those of the latest message, with the texts,
 * mentions and attachments of all, and all of them in `messages`, in the order in which they were written.
 *
 * @param items at least one, in the order in which they came; they have one session
 */
export function mergeItems(items: INodeExecutionData[]): INodeExecutionData {
	const ordered = [...items].sort((a, b) => timeOf(a) - timeOf(b));
	const messages = ordered.map(({ json }) => {
		const { recent_messages: _recent, recent_text: _text, ...message } = json;
		return message;
	});
	const linesOf = (field: string) =>
		messages
			.map((message) => toText(message[field]))
			.filter((text) => text !== '')
			.join('\n');
	const [first] = items;
	const isNew = messages.some(({ is_new_session }) => is_new_session === true);
	const warnings = listsOf(messages, 'warnings');
	const binary = joinBinary(ordered);
	return {
		json: {
			...messages.at(-1),
			text: linesOf('text'),
			is_mentioned: messages.some(({ is_mentioned }) => is_mentioned === true),
			is_everyone_mentioned: messages.some((each) => each.is_everyone_mentioned === true),
			mentions: listsOf(messages, 'mentions'),
			attachments: messages.flatMap(attachmentsOf),
			...(warnings.length > 0 && { warnings }),
			sessionId: first.json.sessionId,
			chatInput: linesOf('chatInput'),
			...(first.json.is_new_session !== undefined && { is_new_session: isNew }),
			...recentOf(first, messages),
			messages,
		},
		...(Object.keys(binary).length > 0 && { binary }),
	};
}
