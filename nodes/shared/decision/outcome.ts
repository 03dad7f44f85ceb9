import type { Answer } from './decision';
import { includesPerson } from './people';
import type { Person, Question } from './question';

/** How a question has ended. */
export interface Outcome {
	/** Of an approval. */
	approved?: boolean;
	/** The answer that has decided. */
	decidedBy: Answer;
}

/** Those of the chosen people who may answer; undefined when anybody may. */
export const eligible = ({ approvers, excluded }: Question): Person[] | undefined =>
	approvers?.filter((person) => !includesPerson(excluded, person));

/** Those who may answer and have not; undefined when anybody may. */
export const missing = (question: Question, answers: Answer[]): Person[] | undefined =>
	eligible(question)?.filter(
		(person) =>
			!includesPerson(
				answers.map(({ operator }) => operator),
				person,
			),
	);

/**
 * Counts the answers.
 *
 * @param answers in their order
 * @returns undefined while more of them are needed
 */
export function outcomeOf(question: Question, answers: Answer[]): Outcome | undefined {
	const decidedBy = answers.at(-1);
	if (!decidedBy) return undefined;
	const { asked } = question;
	if (asked.type !== 'approval') return { decidedBy };
	const approvals = answers.filter(({ approved }) => approved).length;
	const declines = answers.length - approvals;
	const left = missing(question, answers)?.length ?? Infinity;
	const isApproved = asked.needed === 'all' ? left + declines === 0 : approvals >= asked.needed;
	if (isApproved) return { approved: true, decidedBy };
	const cannotBe = asked.needed === 'all' ? declines > 0 : approvals + left < asked.needed;
	const isDeclined = declines > 0 && (asked.declineEnds || cannotBe);
	return isDeclined ? { approved: false, decidedBy } : undefined;
}
