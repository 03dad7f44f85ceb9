import { NodeApiError } from 'n8n-workflow';

import { withoutMentions } from '../content/asWritten';
import { SPLIT_HINT, splitText } from '../content/split';
import { MAX_REQUEST_BYTES, messageWithin, requestBytes } from '../content/message';
import {
	batchUpdateCard,
	createCardEntity,
	setCardSettings,
	streamCardText,
	updateCardEntity,
} from '../lark/cardEntities';
import { recallMessage, replyToMessage } from '../lark/messages';
import type { LarkClient } from '../transport/client';
import { idempotencyKey } from '../transport/idempotency';
import type { AnswerPort, CardVersion } from './port';

/** Where an answer goes. */
export interface AnswerPlace {
	/** The message that is answered. */
	messageId: string;
	inThread: boolean;
	/** What makes it one answer: runs with the same parts, one after a crash, answer once. */
	identity: string[];
	/** ID of a card that was made before, for the first page. */
	preparedCard?: string;
}

/**
 * A reply that was sent so long before its card was made is one of an earlier run, in ms. Both times are
 * Lark's; that of the card is exact to the second.
 */
const EARLIER_MS = 3_000;

/** A card that Lark has, and when it was there, by Lark's clock. */
interface MadeCard {
	cardId: string;
	sequence: number;
	at: number;
}

/** How many earlier runs leave an unfinished answer behind. */
const RUNS = 5;

/** The same for a request that is repeated as it was, and for no other. */
const uuidOf = ({ cardId, sequence }: CardVersion, content: string) =>
	idempotencyKey([cardId, sequence, content]);

/**
 * Calls Lark for a writer.
 *
 * @param once for text that grows: the next try has more of it
 * @param again for what must arrive
 */
export function larkPort(
	once: LarkClient,
	again: LarkClient,
	{ messageId, inThread, identity, preparedCard }: AnswerPlace,
	warn: (text: string) => void,
): AnswerPort {
	const made = new Map<number, MadeCard>();
	const make = async (page: number, data: string): Promise<MadeCard> => {
		const card = { type: 'card_json' as const, data };
		const isPrepared = page === 0 && preparedCard !== undefined;
		const cardId = isPrepared
			? preparedCard
			: String((await again.call(createCardEntity, { body: card })).card_id);
		const sequence = isPrepared ? 1 : 0;
		if (isPrepared) {
			await again.call(updateCardEntity, {
				path: { card_id: cardId },
				body: { card, sequence },
				uuid: uuidOf({ cardId, sequence }, data),
			});
		}
		return { cardId, sequence, at: again.larkTime };
	};
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
			const known = made.get(page) ?? (await make(page, JSON.stringify(card)));
			made.set(page, known);
			const { cardId, sequence, at } = known;
			const content = JSON.stringify({ type: 'card', data: { card_id: cardId } });
			for (let run = 1; ; run++) {
				const part = `card ${page}${run > 1 ? ` ${run}` : ''}`;
				const sent = await reply(part, { msg_type: 'interactive', content });
				const sentId = String(sent.message_id);
				const isEarlier = Number(sent.create_time) < at - EARLIER_MS;
				if (!isEarlier || run >= RUNS) return { cardId, messageId: sentId, sequence };
				// It shows the card of a run that did not come to its end.
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
		codeOf(error) {
			const details = error instanceof NodeApiError ? error.errorResponse : undefined;
			const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
			return { code: numberOf(details?.code), httpStatus: numberOf(details?.httpStatus) };
		},
		warn,
	};
}
