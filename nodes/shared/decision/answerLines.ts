import type { IDataObject } from 'n8n-workflow';

import { markdownElement, plainText, type CardText } from '../content/cardText';
import type { JsonObject } from '../content/json';
import type { Answer } from './decision';
import { personTag } from './people';
import type { Question } from './question';
import { ANSWERED, APPROVED, DECLINED, labelled, REASON, stamped } from './words';

/** A text of a person: nothing in it is markup. */
const words = (text: CardText): JsonObject => ({ tag: 'div', text: plainText(text) });

const shown = (value: IDataObject[string]): string =>
	Array.isArray(value) ? value.join(', ') : String(value ?? '');

/** The values of an answer, without fields that were left empty. */
function valueLines({ asked }: Question, { values }: Answer): JsonObject[] {
	switch (asked.type) {
		case 'approval':
			return values.reason ? [words(labelled(REASON, String(values.reason)))] : [];
		case 'choice':
			return [words(shown(values.choice as IDataObject[string]))];
		default:
			return asked.fields.flatMap((field) => {
				const value = values[field.key] as IDataObject[string];
				const text = shown(value);
				if (text === '') return [];
				if (field.type === 'person') {
					return [markdownElement(`${field.label}: ${personTag({ [kindOf(text)]: text })}`)];
				}
				return [words(field.label ? `${field.label}: ${text}` : text)];
			});
	}
}

const kindOf = (id: string) => (id.startsWith('on_') ? 'union_id' : 'open_id');

/**
 * One answer on a card: what, by whom, when in the time of the reader, and the values.
 *
 * @see feishu-cards/card-json-v2-components/content-components/rich-text, local_datetime
 */
export function answerLines(question: Question, answer: Answer): JsonObject[] {
	const time = `<local_datetime millisecond='${answer.at}' format_type='date_num'></local_datetime>`;
	const rest = `${personTag(answer.operator)} ${time}`;
	const head =
		answer.approved === undefined
			? stamped('✅', ANSWERED, rest)
			: answer.approved
				? stamped('✅', APPROVED, rest)
				: stamped('❌', DECLINED, rest);
	return [markdownElement(head), ...valueLines(question, answer)];
}
