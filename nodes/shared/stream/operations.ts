import type { JsonObject } from '../content/json';
import {
	textElement,
	ENDING,
	endSettings,
	lineElement,
	newCard,
	STATUS,
	STREAM_AGAIN,
	STREAM_OFF,
} from './answerCard';
import { THINKING, type ReaderWords } from './words';

/** How an answer has ended: with all of its text, or with words that say what happened. */
export type AnswerEnding = 'complete' | ReaderWords;

/** What is to be seen. */
export interface WantedAnswer {
	/** Markdown, one for each card. */
	pages: string[];
	/** The line below the text. */
	status?: ReaderWords;
	ending?: AnswerEnding;
}

/** What a card shows. */
export interface ShownCard {
	text: string;
	status?: ReaderWords;
	isStreaming: boolean;
	/** Whether the ten minutes of its streaming mode are nearly over. */
	isDue?: boolean;
	ending?: AnswerEnding;
}

/** One request to Lark about the card of a page, and what it shows afterwards. */
export type CardOperation = { page: number; after: ShownCard } & (
	| { kind: 'send'; card: JsonObject }
	| { kind: 'write'; content: string }
	| { kind: 'settings'; settings: JsonObject }
	| { kind: 'change'; actions: JsonObject[] }
	| { kind: 'recall' }
);

/** Actions that bring the line below the text to what it is to be. */
function statusActions(
	before: ReaderWords | undefined,
	after: ReaderWords | undefined,
): JsonObject[] {
	if (before === after) return [];
	if (!after) return [action('delete_elements', { element_ids: [STATUS] })];
	const element = lineElement(STATUS, after);
	return before
		? [action('update_element', { element_id: STATUS, element })]
		: [action('add_elements', { type: 'append', elements: [element] })];
}

const action = (name: string, params: JsonObject): JsonObject => ({ action: name, params });

const isEmpty = (text: string) => text.trim() === '';

/** Actions that add the text to a card that has none. */
function textActions(shown: ShownCard, text: string): JsonObject[] {
	const place = shown.status
		? { type: 'insert_before', target_element_id: STATUS }
		: { type: 'append' };
	return [action('add_elements', { ...place, elements: [textElement(text)] })];
}

/** Actions that bring the words at the end to what they are to be. */
function endingActions(
	before: AnswerEnding | undefined,
	after: AnswerEnding | undefined,
): JsonObject[] {
	if (before === after) return [];
	const isWritten = before !== undefined && before !== 'complete';
	const isWanted = after !== undefined && after !== 'complete';
	return [
		...(isWritten ? [action('delete_elements', { element_ids: [ENDING] })] : []),
		...(isWanted
			? [action('add_elements', { type: 'append', elements: [lineElement(ENDING, after)] })]
			: []),
	];
}

/** Changes what a card shows in one request: elements come before others go, so that it is never empty. */
function change(
	page: number,
	shown: ShownCard,
	text: string,
	status: ReaderWords | undefined,
	ending: AnswerEnding | undefined,
): CardOperation {
	const isNew = isEmpty(shown.text) && !isEmpty(text);
	const words = ending === 'complete' ? undefined : ending;
	const actions = [
		...(isNew ? textActions(shown, text) : []),
		...endingActions(shown.ending, ending),
		...statusActions(shown.status, status),
		...(ending ? [action('partial_update_setting', { settings: endSettings(text, words) })] : []),
	];
	const isStreaming = shown.isStreaming && !ending;
	const after = { text: isNew ? text : shown.text, status, isStreaming, ending };
	return { kind: 'change', page, actions, after };
}

function forPage(
	page: number,
	shown: ShownCard | undefined,
	hasNext: boolean,
	{ pages, status, ending }: WantedAnswer,
): CardOperation | undefined {
	const text = pages[page];
	const isLast = page === pages.length - 1;
	// A full card ends when the next one is there: at any moment one of them is not complete, if n8n is killed.
	const wantedEnding = isLast ? ending : hasNext ? 'complete' : undefined;
	const wantedStatus = isLast && !ending ? status : undefined;
	if (!shown) {
		const first = isEmpty(text) ? (wantedStatus ?? THINKING) : wantedStatus;
		const after = { text, status: first, isStreaming: true };
		return { kind: 'send', page, card: newCard(text, first), after };
	}
	const hasNewText = text !== shown.text && !isEmpty(text);
	if (hasNewText && !isEmpty(shown.text)) {
		if (!shown.isStreaming) return openAgain(page, shown);
		return shown.isDue
			? { kind: 'settings', page, settings: STREAM_OFF, after: { ...shown, isStreaming: false } }
			: { kind: 'write', page, content: text, after: { ...shown, text } };
	}
	const isEndOther = shown.ending !== wantedEnding || (shown.isStreaming && wantedEnding);
	const keepsStatus = !wantedEnding && !wantedStatus && isEmpty(shown.text + text);
	const isStatusOther = shown.status !== wantedStatus && !keepsStatus;
	return hasNewText || isEndOther || isStatusOther
		? change(page, shown, text, wantedStatus, wantedEnding)
		: undefined;
}

/** Starts the streaming mode again, which a write needs: Lark ends it after ten minutes (200850, 300309). */
export function openAgain(page: number, shown: ShownCard): CardOperation {
	const ending = shown.ending === 'complete' ? undefined : shown.ending;
	return {
		kind: 'settings',
		page,
		settings: STREAM_AGAIN,
		after: { ...shown, isStreaming: true, ending },
	};
}

/**
 * Tells what is to be done next, so that the cards show what is wanted.
 *
 * @param shown one for each card that has been sent
 * @returns undefined when nothing is to be done
 * @see cardkit-v1: text is typed out with the streaming mode on, elements change with it on or off
 */
export function nextOperation(
	shown: readonly ShownCard[],
	wanted: WantedAnswer,
): CardOperation | undefined {
	for (const page of wanted.pages.keys()) {
		const operation = forPage(page, shown[page], page < shown.length - 1, wanted);
		if (operation) return operation;
	}
	const last = shown.length - 1;
	return last >= wanted.pages.length
		? { kind: 'recall', page: last, after: shown[last] }
		: undefined;
}
