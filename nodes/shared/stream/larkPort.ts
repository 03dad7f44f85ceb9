import { withoutMentions } from '../content/asWritten';
import { SPLIT_HINT, splitText } from '../content/split';
import { MAX_REQUEST_BYTES, messageWithin, requestBytes } from '../content/message';
import { batchUpdateCard, setCardSettings, streamCardText } from '../lark/cardEntities';
import { recallMessage, replyToMessage } from '../lark/messages';
import type { LarkClient } from '../transport/client';
import { idempotencyKey } from '../transport/idempotency';
import { CardMaker, uuidOf } from './cardMaker';
import type { TakenCard } from './openCards';
import type { AnswerPort } from './port';
import { refusalOf } from './refusal';

/** Where an answer goes. */
export interface AnswerPlace {
	/** The message that is answered. */
	messageId: string;
	inThread: boolean;
	/** What makes it one answer: runs with the same parts, one after a crash, answer once. */
	identity: string[];
	/** @returns a card that was made before, for its only use */
	takeCard: (page: number) => TakenCard | undefined;
}

/**
 * A reply that was sent so long before its card was made is one of an earlier run, in ms. Both times are
 * Lark's; that of the card is exact to the second.
 */
const EARLIER_MS = 3_000;

/** How many cards earlier runs leave behind at most. */
const CARDS = 50;

/**
 * Calls Lark for a writer.
 *
 * @param once for text that grows: the next try has more of it
 * @param again for what must arrive
 */
export function larkPort(
	once: LarkClient,
	again: LarkClient,
	{ messageId, inThread, identity, takeCard }: AnswerPlace,
	warn: (text: string) => void,
): AnswerPort {
	const cards = new CardMaker(again, takeCard);
	/** How many replies of this answer Lark has, those of earlier runs included. */
	let replies = 0;
	const reply = async (part: string, message: { msg_type: string; content: string }) => {
		const uuid = idempotencyKey([...identity, messageId, part]);
		const body = { ...message, reply_in_thread: inThread };
		return await again.call(replyToMessage, { path: { message_id: messageId }, body, uuid });
	};
	const recall = async (sent: string) => {
		await again.call(recallMessage, { path: { message_id: sent } });
	};
	return {
		async send(page, card) {
			const { at, data: _data, ...made } = await cards.cardFor(page, JSON.stringify(card));
			const content = JSON.stringify({ type: 'card', data: { card_id: made.cardId } });
			for (;;) {
				const part = `card ${replies}`;
				const sent = await reply(part, { msg_type: 'interactive', content });
				replies++;
				const sentId = String(sent.message_id);
				const isEarlier = Number(sent.create_time) < at - EARLIER_MS;
				if (!isEarlier || replies >= CARDS) {
					cards.noteSent(page);
					return { ...made, messageId: sentId };
				}
				// It shows a card of a run that did not come to its end, as do those after it.
				await recall(sentId).catch((error: Error) => warn(error.message));
			}
		},
		async write(version, elementId, content) {
			await once.call(streamCardText, {
				path: { card_id: version.cardId, element_id: elementId },
				body: { content, sequence: version.sequence },
				uuid: uuidOf(version, content),
			});
		},
		async settings(version, settings) {
			const text = JSON.stringify(settings);
			await again.call(setCardSettings, {
				path: { card_id: version.cardId },
				body: { settings: text, sequence: version.sequence },
				uuid: uuidOf(version, text),
			});
		},
		async change(version, actions) {
			const text = JSON.stringify(actions);
			await again.call(batchUpdateCard, {
				path: { card_id: version.cardId },
				body: { actions: text, sequence: version.sequence },
				uuid: uuidOf(version, text),
			});
		},
		recall,
		async sendText(text, words) {
			const whole = [withoutMentions(text), words ? `${words.en} ${words.zh}` : '']
				.filter((part) => part.trim() !== '')
				.join('\n\n');
			const contentOf = (part: string) => JSON.stringify({ text: part });
			const bytesOf = (part: string) => requestBytes(contentOf(part));
			const maxBytes = MAX_REQUEST_BYTES.text;
			for (const [index, part] of splitText(whole, {
				maxBytes,
				bytesOf,
				hasFences: true,
			}).entries()) {
				const message = { msg_type: 'text' as const, content: contentOf(part) };
				await reply(`text ${index}`, messageWithin(maxBytes, 'Answer', SPLIT_HINT, message));
			}
		},
		refusalOf,
		warn,
	};
}
