import type { INodeExecutionData } from 'n8n-workflow';

import { isObject } from '../objects';

/** A card that goes with an event to the process that runs its execution. */
export interface HandedCard {
	cardId: string;
	/** When Lark made it, in ms by Lark's clock. */
	at: number;
	/** The message that it answers. */
	messageId: string;
	/** Whether the process that got the event writes on it, and not a node of the execution. */
	isStreamed: boolean;
}

/** Beside `json`, where expressions and nodes do not look. */
const KEY = 'larkAnswerCard';

/** Lets a card go with the items of an event. */
export const withCard = (
	[first, ...others]: INodeExecutionData[],
	card: HandedCard | undefined,
): INodeExecutionData[] =>
	card ? [{ ...first, [KEY]: { ...card } }, ...others] : [first, ...others];

/** The card that came with an item of a trigger. */
export function handedCardOf(item: INodeExecutionData | undefined): HandedCard | undefined {
	const card: unknown = item?.[KEY];
	return isObject(card) ? (card as unknown as HandedCard) : undefined;
}
