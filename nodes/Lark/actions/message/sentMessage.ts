import type { IDataObject } from 'n8n-workflow';

import { readReceivedMentions, resolveMentions } from '../../../shared/events/mentions';
import { readReceivedContent } from '../../../shared/events/reading';
import { asObject, pick } from '../records';

/**
 * A message that was sent, changed or handed on: first what it says in words, where and by whom, then
 * all that Lark says of it.
 */
export function sentMessage(message: IDataObject): IDataObject {
	const content = String(asObject(message.body).content ?? '');
	const { text } = readReceivedContent(String(message.msg_type), content);
	return {
		text: resolveMentions(text, readReceivedMentions(message.mentions), []),
		...pick(message, ['chat_id', 'sender']),
		...message,
	};
}
