import type { Words } from '../content/cardText';
import type { JsonObject } from '../content/json';
import { toObject } from '../events/values';
import type { CallbackResponse } from '../trigger/callback/callbackResponse';
import { closedQuestionCard, decidedCard, expiredCard, openCard, outcomeWords } from './cards';
import type { Answer, Click, Verdict } from './decision';
import { eligible, outcomeOf, type Outcome } from './outcome';
import { outputOf } from './output';
import { chosenIn } from './chosen';
import { includesPerson, isSamePerson, mayBeAmong } from './people';
import { pressedOf } from './pressed';
import type { DecidedBefore, Question } from './question';
import { readAnswer } from './readAnswer';
import { alreadyDecided, HANDOVER_TOASTS, TOASTS } from './words';

type ToastType = 'success' | 'info' | 'warning' | 'error';

/** A toast in the languages of the product, and the card as it is from now on. */
export const answerWith = (type: ToastType, words: Words, card?: JsonObject): CallbackResponse => ({
	toast: { type, content: words.en_us, i18n: { ...words } },
	...(card && { card: { type: 'raw', data: card } }),
});

const refused = (words: Words, card?: JsonObject): Verdict => ({
	kind: 'refused',
	response: answerWith('warning', words, card),
});

/** Why this person cannot answer now, if so. */
function objection(question: Question, answers: Answer[], { operator }: Click): Words | undefined {
	if (!operator.open_id) return TOASTS.nobody;
	if (includesPerson(question.excluded, operator)) return TOASTS.excluded;
	if (mayBeAmong(question.excluded, operator)) return TOASTS.unknownPerson;
	const people = eligible(question);
	if (people && !includesPerson(people, operator)) {
		return mayBeAmong(people, operator) ? TOASTS.unknownPerson : TOASTS.notAllowed;
	}
	const earlier = answers.find((answer) => isSamePerson(answer.operator, operator));
	if (!earlier) return undefined;
	return earlier.approved ? TOASTS.alreadyApproved : TOASTS.alreadyDeclined;
}

const thanks = ({ approved }: Answer): Words =>
	approved === undefined ? TOASTS.answered : approved ? TOASTS.approved : TOASTS.declined;

function decided(question: Question, answers: Answer[], outcome: Outcome, click: Click): Verdict {
	return {
		kind: 'decided',
		answers,
		response: answerWith(
			'success',
			thanks(outcome.decidedBy),
			decidedCard(question, answers, outcome),
		),
		output: outputOf(question, answers, outcome, click),
	};
}

/** Somebody else has decided in the meantime: says who, and shows it. */
function tooLate(question: Question, answers: Answer[], outcome: Outcome): Verdict {
	const { label } = outcomeWords(outcome);
	const words = alreadyDecided(label, outcome.decidedBy.operator.name);
	return refused(words, decidedCard(question, answers, outcome));
}

/** The time to answer is over, if it is. */
const expired = (question: Question, { at }: Click): Verdict | undefined =>
	question.expiresAt !== undefined && at >= question.expiresAt
		? refused(TOASTS.expired, expiredCard(question))
		: undefined;

/**
 * Tells somebody who has clicked when nothing waits any more, and shows it: who has decided, that the time is over,
 * or that the execution was stopped.
 *
 * @param answers all that count
 */
export function judgeEnded(question: Question, answers: Answer[], click: Click): CallbackResponse {
	const outcome = outcomeOf(question, answers);
	const { response } = outcome
		? tooLate(question, answers, outcome)
		: (expired(question, click) ?? refused(HANDOVER_TOASTS.ended, closedQuestionCard(question)));
	return response;
}

/** As `judgeEnded`, of a question of which no more is known: the card stays as it is. */
export const judgeBefore = ({ approved, name }: DecidedBefore): CallbackResponse =>
	answerWith('warning', alreadyDecided(outcomeWords({ approved }).label, name));

/**
 * Decides what a click on a question comes to.
 *
 * @param answers those that count so far
 * @param click of a person whom Lark has named
 */
export function judge(question: Question, answers: Answer[], click: Click): Verdict {
	const ended = outcomeOf(question, answers);
	if (ended) return tooLate(question, answers, ended);
	const over = expired(question, click);
	if (over) return over;
	const no = objection(question, answers, click);
	if (no) return refused(no);
	const pressed = pressedOf(question, toObject(click.action.value));
	if (!pressed) return refused(TOASTS.unreadable);
	const reading = readAnswer(question, pressed, click.action);
	if ('problem' in reading) return refused(reading.problem);
	const people = chosenIn(question, reading.value.values, click.names);
	const answer: Answer = {
		operator: click.operator,
		...reading.value,
		...(people && { people }),
		at: click.at,
	};
	const all = [...answers, answer];
	const outcome = outcomeOf(question, all);
	if (outcome) return decided(question, all, outcome, click);
	const card = question.afterAnswer === 'keepMessage' ? undefined : openCard(question, all);
	return {
		kind: 'counted',
		answers: all,
		response: answerWith('success', thanks(answer), card),
	};
}
