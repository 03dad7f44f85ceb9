import type { IDataObject } from 'n8n-workflow';

import type { Click } from '../../../nodes/shared/decision/decision';
import type { Question, QuestionField } from '../../../nodes/shared/decision/question';

type Approval = Extract<Question['asked'], { type: 'approval' }>;

export const ALICE = { open_id: 'ou_alice', union_id: 'on_alice', user_id: 'alice', name: 'Alice' };
export const BOB = { open_id: 'ou_bob', union_id: 'on_bob', user_id: 'bob', name: 'Bob' };
export const CARL = { open_id: 'ou_carl', union_id: 'on_carl', user_id: 'carl' };

/** When the clicks of the tests come. */
export const NOW = Date.UTC(2026, 10, 28, 12);

/** A question with what is not said otherwise. */
export const question = (given: Partial<Question> = {}): Question => ({
	id: 'q1',
	ticket: 'ticket-1',
	title: '',
	body: [{ tag: 'markdown', content: 'Deploy?' }],
	attribution: false,
	asked: approval(),
	excluded: [],
	afterAnswer: 'showOutcome',
	answerIn: 'lark',
	forAgent: false,
	...given,
});

export const approval = (given: Partial<Approval> = {}): Approval => ({
	type: 'approval',
	approve: { label: '', style: 'primary' },
	decline: { label: '', style: 'default' },
	reason: 'none',
	needed: 1,
	declineEnds: true,
	...given,
});

export const choice = (several = false, choices = ['Red', 'Green', 'Blue']): Question['asked'] => ({
	type: 'choice',
	choices,
	several,
	submit: '',
});

export const field = (given: Partial<QuestionField>): QuestionField => ({
	key: given.label ?? 'field',
	label: 'field',
	type: 'text',
	required: false,
	placeholder: '',
	defaultValue: '',
	choices: [],
	...given,
});

export const fields = (...list: Array<Partial<QuestionField>>): Question['asked'] => ({
	type: 'customForm',
	fields: list.map(field),
	submit: '',
});

/** A click of a person on a button, with what is filled in. */
export const click = (
	operator: Click['operator'],
	value: IDataObject,
	form_value?: IDataObject,
	at = NOW,
): Click => ({
	operator,
	action: { tag: 'button', value: { lark_question: 'ticket-1', ...value }, form_value },
	message_id: 'om_1',
	chat_id: 'oc_1',
	at,
});

export const approves = (operator: Click['operator'], form?: IDataObject) =>
	click(operator, { answer: 'approve' }, form);
export const declines = (operator: Click['operator'], form?: IDataObject) =>
	click(operator, { answer: 'decline' }, form);
export const submits = (form: IDataObject, operator: Click['operator'] = ALICE) =>
	click(operator, { answer: 'submit' }, form);
