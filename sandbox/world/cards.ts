import { hex } from './ids';
import type { Message } from './types';

/** What a press on a card gives: it may replace the card twice, for half an hour. */
export interface CardToken {
	token: string;
	messageId: string;
	/** The user_id of the person who pressed. */
	userId: string;
	createTime: number;
	uses: number;
}

/** Card tokens and ephemeral cards: what the world stores about cards beside the messages. */
export class Cards {
	readonly tokens: CardToken[] = [];
	/** Cards that one person in a group sees, for as long as they are there. */
	readonly ephemeral: Message[] = [];

	/** @param now the time in milliseconds */
	constructor(private readonly now: () => number) {}

	/** A person presses something on a card. */
	press({ messageId }: Message, userId: string): CardToken {
		const token = { token: `c-${hex(40)}`, messageId, userId, createTime: this.now(), uses: 0 };
		this.tokens.push(token);
		return token;
	}
}
