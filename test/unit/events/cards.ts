import { readReceivedContent } from '../../../nodes/shared/events/reading';

/** Reads a card that was received. */
export const read = (card: object) => readReceivedContent('interactive', JSON.stringify(card));

/** The text of a card 2.0 with these elements. */
export const textOf = (...elements: object[]) => read({ schema: '2.0', body: { elements } }).text;

export const plain = (content: string) => ({ tag: 'plain_text', content });

export const option = (content: string, value = content) => ({ text: plain(content), value });
