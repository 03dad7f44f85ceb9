import { toObject, toText } from '../events/values';
import { markdownElement, plainText } from '../content/cardText';
import type { JsonObject } from '../content/json';
import type { Question } from './question';
import { CLOSED, TITLES } from './words';

/** What a card keeps of the message when nobody knows the question any more. */
const MAX_TEXT = 300;

/** The message as Markdown. */
export const markdownOf = ({ body }: Pick<Question, 'body'>): string =>
	body
		.map(({ content }) => toText(content))
		.filter((text) => text !== '')
		.join('\n\n');

/** What the buttons of a card say of it. */
export function aboutOf(question: Question): JsonObject {
	const text = markdownOf(question);
	return {
		type: question.asked.type,
		...(question.title && { title: question.title }),
		text: text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text,
	};
}

/**
 * The card of a question of which nothing is left but what its buttons say: the execution has gone on without an
 * answer, or was deleted.
 *
 * @param value of the button that was pressed
 * @returns undefined for the value of another button
 */
export function closedCard(value: unknown): JsonObject | undefined {
	const { type, title, text } = toObject(toObject(value).about);
	const [, words] = Object.entries(TITLES).find(([asked]) => asked === type) ?? [];
	if (!words) return undefined;
	return {
		schema: '2.0',
		config: { update_multi: true },
		header: { title: plainText(toText(title) || words), template: 'grey' },
		body: {
			elements: [markdownElement(toText(text)), { tag: 'hr' }, markdownElement(CLOSED)],
		},
	};
}
