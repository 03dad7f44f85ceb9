import { MAX_ELEMENTS } from '../content/card';
import {
	markdownElement,
	noteElement,
	plainText,
	type CardText,
	type Words,
} from '../content/cardText';
import type { JsonObject } from '../content/json';
import { MAX_REQUEST_BYTES, requestBytes } from '../content/message';
import { answerLines, type ShownAnswer } from './answerLines';
import type { Answer } from './decision';
import { eligible, missing, type Outcome } from './outcome';
import { peopleElement } from './people';
import type { Person, Question } from './question';
import { linkElements, type PageLink } from './linkButtons';
import { answerElements } from './questionCard';
import {
	ANSWERED,
	APPROVED,
	ATTRIBUTION,
	CLOSED,
	countWords,
	DECLINED,
	EXPIRED,
	STILL_MISSING,
	TITLES,
} from './words';

/** Whether Lark takes a card of this size; elements inside of others do not occur among the answers. */
const fits = (card: JsonObject): boolean =>
	requestBytes(JSON.stringify(card)) <= MAX_REQUEST_BYTES.card &&
	(card.body as { elements: JsonObject[] }).elements.length <= MAX_ELEMENTS;

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

/** People under a word; nothing for nobody. */
const peopleUnder = (label: Words, people: Person[]): JsonObject[] =>
	people.length > 0 ? [markdownElement(label), peopleElement(people)] : [];

const operators = (answers: ShownAnswer[], approved: boolean): Person[] =>
	answers
		.filter((answer) => answer.approved === approved)
		.flatMap(({ operator }) => operator ?? []);

/** Who has decided which way, by their names alone. */
const decidedPeople = (answers: ShownAnswer[]): JsonObject[] => [
	...peopleUnder(APPROVED, operators(answers, true)),
	...peopleUnder(DECLINED, operators(answers, false)),
];

/** How far an approval by several people is: who has decided, and who is missing. */
function progressElements(question: Question, answers: Answer[]): JsonObject[] {
	const { asked } = question;
	if (asked.type !== 'approval' || asked.needed === 1) return [];
	const needed = asked.needed === 'all' ? (eligible(question)?.length ?? 0) : asked.needed;
	return inSection([
		markdownElement(countWords(operators(answers, true).length, needed)),
		...decidedPeople(answers),
		...peopleUnder(STILL_MISSING, missing(question, answers) ?? []),
	]);
}

/** The card of a question that waits for answers. */
export const openCard = (question: Question, answers: Answer[] = []): JsonObject =>
	cardOf(question, 'blue', [...progressElements(question, answers), ...answerElements(question)]);

/** The card of a question that is answered on pages of n8n, which its buttons open. */
export const browserCard = (question: Question, links: PageLink[]): JsonObject =>
	cardOf(question, 'blue', [linkElements(question, links)]);

/** What the outcome is called, and how it looks. */
export function outcomeWords({ approved }: Pick<Outcome, 'approved'>): {
	label: Words;
	color: string;
} {
	if (approved === undefined) return { label: ANSWERED, color: 'green' };
	return approved ? { label: APPROVED, color: 'green' } : { label: DECLINED, color: 'red' };
}

/** More answers than this are shown by their people alone. */
const MAX_IN_DETAIL = 10;

/**
 * The card after the decision.
 *
 * @returns undefined when it stays as it is
 */
export function decidedCard(
	question: Question,
	answers: ShownAnswer[],
	outcome: Pick<Outcome, 'approved'>,
): JsonObject | undefined {
	if (question.afterAnswer === 'keepMessage') return undefined;
	if (question.afterAnswer === 'removeButtons') return cardOf(question, 'blue', []);
	const { color } = outcomeWords(outcome);
	const lines = answers.flatMap((answer) => answerLines(question, answer));
	const detailed = cardOf(question, color, inSection(lines));
	if (answers.length <= MAX_IN_DETAIL && fits(detailed)) return detailed;
	const people = decidedPeople(answers);
	return cardOf(question, color, inSection(people.length > 0 ? people : lines.slice(0, 1)));
}

/** The card after the time to answer, without buttons. */
export const expiredCard = (question: Question): JsonObject =>
	cardOf(question, 'grey', inSection([markdownElement(EXPIRED)]));

/** The card of a question that ended without a decision, since its execution was stopped or has failed. */
export const closedQuestionCard = (question: Question): JsonObject =>
	cardOf(question, 'grey', inSection([markdownElement(CLOSED)]));
