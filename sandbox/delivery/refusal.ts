import type { PushResponse } from './push';

const MAX_WORDS = 300;

/**
 * Says what is wrong with a response that has not the status 200, in the words of who gave it: n8n says in `message`
 * and `hint` that a workflow is not published, or that nothing listens at the Test URL.
 */
export function refusalOf({ status, body }: PushResponse): string {
	const words = wordsIn(body);
	return `HTTP ${status} instead of 200${words && `: ${words}`}`;
}

function wordsIn(body: string): string {
	try {
		const { message, hint } = (JSON.parse(body) ?? {}) as { message?: unknown; hint?: unknown };
		const said = [message, hint].filter((each): each is string => typeof each === 'string');
		return said.filter(Boolean).join(' ').slice(0, MAX_WORDS);
	} catch {
		return '';
	}
}
