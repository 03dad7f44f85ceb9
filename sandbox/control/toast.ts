import { wordsIn } from '../content/i18n';

/** What the person sees for a moment. */
export interface Toast {
	type?: string;
	content?: string;
}

const TYPES = ['info', 'success', 'error', 'warning'];

/**
 * Reads the toast of an app's answer.
 *
 * @returns what a person with this language sees
 * @throws Error with Lark's code for a toast that cannot be shown
 */
export function readToast(given: unknown, language: string): Toast {
	const { type, content, i18n } = (given ?? {}) as Record<string, unknown>;
	if (type !== undefined && !TYPES.includes(String(type))) {
		throw new Error(`200672: there is no toast of type ${String(type)}`);
	}
	if (content !== undefined && typeof content !== 'string') {
		throw new Error('200672: the content of the toast is no text');
	}
	if (!areTexts(i18n)) throw new Error('200672: i18n of the toast has a text for each language');
	const words = wordsIn(language, { content, i18n });
	if (words === '') throw new Error('200672: the toast has no content');
	return { ...(type !== undefined && { type: String(type) }), content: words };
}

function areTexts(i18n: unknown): i18n is Record<string, string> | undefined {
	if (i18n === undefined) return true;
	if (typeof i18n !== 'object' || i18n === null) return false;
	return Object.values(i18n).every((text) => typeof text === 'string');
}
