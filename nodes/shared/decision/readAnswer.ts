import type { IDataObject } from 'n8n-workflow';

import { toObject } from '../events/values';
import type { Answer } from './decision';
import { REASON_FIELD, type Pressed } from './pressed';
import type { Question } from './question';
import { fieldName, readChosen, readFields, type AnswerReading } from './readValues';
import { TOASTS } from './words';

type Given = Pick<Answer, 'approved' | 'values'>;

function readApproval(
	{ asked }: Question,
	pressed: Pressed,
	form: IDataObject,
): AnswerReading<Given> {
	const approved = pressed === 'approve';
	const given = form[REASON_FIELD];
	const reason = typeof given === 'string' ? given.trim() : '';
	const isRequired = asked.type === 'approval' && asked.reason === 'required';
	if (!approved && isRequired && reason === '') return { problem: TOASTS.reasonMissing };
	return { value: { approved, values: reason ? { reason } : {} } };
}

/**
 * Reads the answer out of Lark's `action`.
 *
 * @returns it, or what the person has to do first
 */
export function readAnswer(
	question: Question,
	pressed: Pressed,
	action: IDataObject,
): AnswerReading<Given> {
	const { asked } = question;
	const form = toObject(action.form_value);
	switch (asked.type) {
		case 'approval':
			return readApproval(question, pressed, form);
		case 'choice': {
			const given = pressed === 'choose' ? toObject(action.value).choice : form[fieldName(0)];
			const reading = readChosen(asked.choices, given);
			if ('problem' in reading) return reading;
			const [first, ...others] = reading.value;
			if (!asked.several && others.length > 0) return { problem: TOASTS.unreadable };
			return { value: { values: { choice: asked.several ? reading.value : first } } };
		}
		default: {
			const reading = readFields(asked.fields, form);
			return 'problem' in reading ? reading : { value: { values: reading.value } };
		}
	}
}
