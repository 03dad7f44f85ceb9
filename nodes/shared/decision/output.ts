import type { IDataObject } from 'n8n-workflow';

import type { Answer, Click } from './decision';
import type { Outcome } from './outcome';
import type { Question } from './question';

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

/**
 * Makes the item with which the execution goes on: `data` as of n8n's own Send and Wait, with who has
 * answered. An agent reads `approved`, and `chatInput` as what it is told of a declined tool call.
 */
export function outputOf(
	question: Question,
	answers: Answer[],
	outcome: Outcome,
	{ message_id, chat_id }: Pick<Click, 'message_id' | 'chat_id'>,
): IDataObject {
	const { decidedBy } = outcome;
	const data: IDataObject =
		question.asked.type === 'approval' ? approvalData(answers, outcome) : { ...decidedBy.values };
	const { reason } = decidedBy.values;
	return {
		data: {
			...data,
			...(question.forAgent && reason ? { chatInput: reason } : {}),
			responder: responderOf(decidedBy),
			message_id,
			chat_id,
			respondedAt: isoTime(decidedBy.at),
		},
	};
}
