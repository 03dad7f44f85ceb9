import type { IDataObject } from 'n8n-workflow';

import { asWritten, withoutMentions } from '../content/asWritten';
import { markdownElement, plainText } from '../content/cardText';
import type { JsonObject } from '../content/json';
import type { Answer } from './decision';
import { kindOfId, personTag } from './people';
import type { Question } from './question';
import { ANSWERED, APPROVED, DECLINED, stamped } from './words';

/** What a card shows of a text; the item of the workflow has all of it. */
const MAX_SHOWN = 300;

const shortened = (text: string): string =>
	text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;

/** A text of a person: nothing in it is markup. */
const words = (text: string): JsonObject => ({
	tag: 'div',
	text: plainText(shortened(text)),
});

const shown = (value: unknown): string =>
	Array.isArray(value) ? value.join(', ') : String((value as string | undefined) ?? '');

/** The values of a form or a text, without fields that were left empty. */
function fieldLines({ asked }: Question, values: IDataObject): JsonObject[] {
	if (asked.type !== 'freeText' && asked.type !== 'customForm') return [];
	return asked.fields.flatMap(({ key, label, type }) => {
		const text = shown(values[key]);
		if (text === '') return [];
		if (type === 'person') {
			const name = asWritten(withoutMentions(label));
			return [markdownElement(`${name}: ${personTag({ [kindOfId(text)]: text })}`)];
		}
		return [words(label ? `${label}: ${text}` : text)];
	});
}

function valueLines(question: Question, values: IDataObject): JsonObject[] {
	switch (question.asked.type) {
		case 'approval':
			return values.reason ? [words(shown(values.reason))] : [];
		case 'choice':
			return [words(shown(values.choice))];
		default:
			return fieldLines(question, values);
	}
}

/** An answer on a card; on a page nobody says who they are. */
export type ShownAnswer = Omit<Answer, 'operator'> & Partial<Pick<Answer, 'operator'>>;

function headOf(answer: ShownAnswer, rest: string) {
	if (answer.approved === undefined) return stamped('✅', ANSWERED, rest);
	return answer.approved ? stamped('✅', APPROVED, rest) : stamped('❌', DECLINED, rest);
}

/**
 * One answer on a card: what, by whom, when in the time of the reader, and what was written or chosen.
 *
 * @see feishu-cards/card-json-v2-components/content-components/rich-text, local_datetime
 */
export function answerLines(question: Question, answer: ShownAnswer): JsonObject[] {
	const time = `<local_datetime millisecond='${answer.at}' format_type='date_num'></local_datetime>`;
	const rest = answer.operator ? `${personTag(answer.operator)} ${time}` : time;
	return [markdownElement(headOf(answer, rest)), ...valueLines(question, answer.values)];
}
