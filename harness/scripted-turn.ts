import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What the model does when it is asked: calls tools, all in one answer; ends with a text; or fails. A text
 * that is asked for as a stream comes in pieces, and so much time passes before each of them.
 */
export type Turn =
	| { calls: Array<Record<string, unknown>>; text?: string }
	| { text: string; pieces?: string[]; everyMs?: number }
	| { fails: number };

/** A request as the model got it. */
export interface Asked {
	messages: Array<{ role: string; content: string }>;
	tools: Array<{ function: { name: string; description: string; parameters: object } }>;
	stream?: boolean;
	/** When the last piece of the text that it gave was written, Unix time in ms. */
	wroteAt?: number;
}

/** A turn that is an answer. */
export type Answered = Exclude<Turn, { fails: number }>;

/** Words with the white space around them, as a model's tokens are. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*$|\s*\S+/g) ?? [];

/** The pieces of a text, each after its time. */
export async function* piecesOf({ text, pieces, everyMs }: Extract<Turn, { text: string }>) {
	for (const piece of pieces ?? wordsOf(text)) {
		if (everyMs) await sleep(everyMs);
		yield piece;
	}
}
