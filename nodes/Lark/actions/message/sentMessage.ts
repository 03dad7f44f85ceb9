import type { IDataObject } from 'n8n-workflow';

import type { MessageContent } from '../../../shared/content/message';
import { readReceivedMentions, resolveMentions } from '../../../shared/events/mentions';
import { readReceivedContent } from '../../../shared/events/reading';
import { label } from '../../../shared/events/reading/reader';
import { asObject, pick } from '../records';

/**
 * A message that was sent, changed or handed on: first what it says in words, where and by whom, then
 * all that Lark says of it.
 *
 * @param sent what was sent, if it is known: of a card 2.0, Lark gives no more back than the title
 */
export function sentMessage(message: IDataObject, sent?: MessageContent): IDataObject {
	const content = String(asObject(message.body).content ?? '');
	const { text } = readReceivedContent(String(message.msg_type), content);
	return {
		text: wordsOfCard(sent) ?? resolveMentions(text, readReceivedMentions(message.mentions), []),
		...pick(message, ['chat_id', 'sender']),
		...message,
	};
}

/** @returns undefined for what is no card, or only names one that is at Lark */
function wordsOfCard(sent?: MessageContent): string | undefined {
	if (sent?.msg_type !== 'interactive') return undefined;
	const { text } = readReceivedContent(sent.msg_type, sent.content);
	return text === label('Card') ? undefined : text;
}
