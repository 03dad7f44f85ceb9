import { plainText, markdownElement, noteElement, type CardText } from '../content/cardText';
import type { JsonObject } from '../content/json';
import type { Answer } from './decision';
import { eligible, missing, type Outcome } from './outcome';
import { personTag } from './people';
import type { Question } from './question';
import { answerElements } from './questionCard';
import { answerLines } from './answerLines';
import {
	ANSWERED,
	APPROVED,
	ATTRIBUTION,
	countWords,
	DECLINED,
	EXPIRED,
	labelled,
	STILL_MISSING,
	TITLES,
} from './words';

function cardOf(question: Question, color: string, elements: JsonObject[]): JsonObject {
	const title: CardText = question.title || TITLES[question.asked.type];
	return {
		schema: '2.0',
		config: { update_multi: true },
		header: { title: plainText(title), template: color },
		body: {
			elements: [
				...(question.body as JsonObject[]),
				...elements,
				...(question.attribution ? [noteElement(ATTRIBUTION)] : []),
			],
		},
	};
}

const inSection = (elements: JsonObject[]): JsonObject[] =>
	elements.length > 0 ? [{ tag: 'hr' }, ...elements] : [];

/** How far an approval by several people is: who has decided, and who is missing. */
function progressElements(question: Question, answers: Answer[]): JsonObject[] {
	const { asked } = question;
	if (asked.type !== 'approval' || asked.needed === 1) return [];
	const needed = asked.needed === 'all' ? (eligible(question)?.length ?? 0) : asked.needed;
	const approvals = answers.filter(({ approved }) => approved).length;
	const left = missing(question, answers) ?? [];
	return inSection([
		markdownElement(countWords(approvals, needed)),
		...answers.flatMap((answer) => answerLines(question, answer)),
		...(left.length > 0
			? [markdownElement(labelled(STILL_MISSING, left.map(personTag).join(' ')))]
			: []),
	]);
}

/** The card of a question that waits for answers. */
export const openCard = (question: Question, answers: Answer[] = []): JsonObject =>
	cardOf(question, 'blue', [...progressElements(question, answers), ...answerElements(question)]);

const COLORS = { approved: 'green', declined: 'red', answered: 'green' };

/** What the outcome is called, and how it looks. */
export function outcomeWords({ approved }: Outcome) {
	if (approved === undefined) return { label: ANSWERED, color: COLORS.answered };
	return approved
		? { label: APPROVED, color: COLORS.approved }
		: { label: DECLINED, color: COLORS.declined };
}

/**
 * The card after the decision.
 *
 * @returns undefined when it stays as it is
 */
export function decidedCard(
	question: Question,
	answers: Answer[],
	outcome: Outcome,
): JsonObject | undefined {
	if (question.afterAnswer === 'keepMessage') return undefined;
	if (question.afterAnswer === 'removeButtons') return cardOf(question, 'blue', []);
	const lines = answers.flatMap((answer) => answerLines(question, answer));
	return cardOf(question, outcomeWords(outcome).color, inSection(lines));
}

/** The card after the time to answer, without buttons. */
export const expiredCard = (question: Question): JsonObject =>
	cardOf(question, 'grey', inSection([markdownElement(EXPIRED)]));
