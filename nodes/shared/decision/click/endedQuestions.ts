import type { Answer, Click } from '../decision';
import { judge } from '../judge';
import type { Question } from '../question';
import type { CallbackResponse } from '../../trigger/callback/callbackResponse';

/** How many questions are remembered; the oldest go first. */
const CAPACITY = 500;

interface Ended {
	question: Question;
	answers: Answer[];
}

/** Questions that have been decided in this process: n8n does not give out the data of executions that have gone on. */
const ended = new Map<string, Ended>();

/** Remembers how a question was decided. */
export function rememberEnded(question: Question, answers: Answer[]): void {
	ended.set(question.id, { question, answers });
	for (const id of ended.keys()) {
		if (ended.size <= CAPACITY) return;
		ended.delete(id);
	}
}

/**
 * Tells somebody who has clicked too late who has decided.
 *
 * @returns undefined when that is not known here
 */
export function responseOfEnded(questionId: string, click: Click): CallbackResponse | undefined {
	const known = ended.get(questionId);
	return known && judge(known.question, known.answers, click).response;
}
