import type { IDataObject } from 'n8n-workflow';

import type { Answer, Click } from './decision';
import type { Outcome } from './outcome';
import type { Question } from './question';

/** Where the card is. */
type Place = Pick<Click, 'message_id' | 'chat_id'>;

/** Who has answered, as n8n's own Send and Wait gives it. */
function responderOf({ operator }: Answer): IDataObject {
	const { name, open_id, union_id, user_id } = operator;
	return {
		id: open_id,
		...(name && { name }),
		open_id,
		...(union_id && { union_id }),
		...(user_id && { user_id }),
		source: 'lark',
	};
}

const isoTime = (ms: number): string => new Date(ms).toISOString();

function approvalData(answers: Answer[], { approved, decidedBy }: Outcome): IDataObject {
	const { reason } = decidedBy.values;
	return {
		approved,
		...(reason ? { reason } : {}),
		responders: answers.map((answer) => ({
			...responderOf(answer),
			approved: answer.approved,
			...(answer.values.reason ? { reason: answer.values.reason } : {}),
			respondedAt: isoTime(answer.at),
		})),
	};
}

/** What is told of an answer, whoever has given it. */
function itemOf(
	question: Question,
	data: IDataObject,
	{ values, at }: Pick<Answer, 'values' | 'at'>,
	{ message_id, chat_id }: Place,
): IDataObject {
	const hasFeedback = question.forAgent && Boolean(values.reason);
	return {
		data: {
			...data,
			...(hasFeedback && { chatInput: values.reason }),
			message_id,
			chat_id,
			respondedAt: isoTime(at),
		},
	};
}

/**
 * Makes the item with which the execution goes on: `data` as of n8n's own Send and Wait, with who has
 * answered. An agent reads `approved`, and `chatInput` as what it is told of a declined tool call.
 */
export function outputOf(
	question: Question,
	answers: Answer[],
	outcome: Outcome,
	place: Place,
): IDataObject {
	const { decidedBy } = outcome;
	const isApproval = question.asked.type === 'approval';
	const data = {
		...(isApproval ? approvalData(answers, outcome) : decidedBy.values),
		...(decidedBy.people && { people: decidedBy.people }),
		responder: responderOf(decidedBy),
	};
	return itemOf(question, data, decidedBy, place);
}

/** As `outputOf`, for an answer that came from a page: nobody knows who has given it. */
export function outputOfPage(
	question: Question,
	answer: Omit<Answer, 'operator'>,
	place: Place,
): IDataObject {
	const { approved, values } = answer;
	const data = approved === undefined ? values : { approved, ...values };
	return itemOf(question, data, answer, place);
}
