import type { IDataObject } from 'n8n-workflow';

import { REASON_FIELD, type Pressed } from '../../../../../shared/decision/pressed';
import type { Question } from '../../../../../shared/decision/question';
import { boxName, choiceValue, fieldName } from '../../../../../shared/decision/readValues';
import { toObject, toText } from '../../../../../shared/events/values';

/** What n8n's page sends of a list: JSON of the labels. */
function labelsIn(given: unknown): unknown[] {
	if (typeof given !== 'string') return [];
	try {
		const labels: unknown = JSON.parse(given);
		return Array.isArray(labels) ? labels : [];
	} catch {
		return [];
	}
}

/** The place of a label; one that is not offered stays what it is, and is refused later. */
const placeOf = (choices: string[], label: unknown): string => {
	const place = choices.findIndex((choice) => choice.trim() === label);
	return place < 0 ? `unknown: ${toText(label)}` : choiceValue(place);
};

/**
 * Turns what n8n's page for forms has sent into what a card sends, so that both are read in one way.
 *
 * @param body of the request, as n8n has parsed it
 * @returns `form_value`
 */
export function formValueOf({ asked }: Question, pressed: Pressed, body: unknown): IDataObject {
	const data = toObject(toObject(body).data);
	if (asked.type === 'approval') {
		return pressed === 'decline' ? { [REASON_FIELD]: data['field-0'] } : {};
	}
	if (asked.type === 'choice') {
		const places = labelsIn(data['field-0']).map((label) => placeOf(asked.choices, label));
		return { [fieldName(0)]: asked.several ? places : places[0] };
	}
	return Object.fromEntries(
		asked.fields.flatMap(({ type, choices }, index) => {
			const given = data[`field-${index}`];
			switch (type) {
				case 'dropdown':
					return given ? [[fieldName(index), placeOf(choices, toText(given).trim())]] : [];
				case 'multiSelect':
					return [[fieldName(index), labelsIn(given).map((label) => placeOf(choices, label))]];
				case 'checkbox':
					return labelsIn(given).map((label) => [
						boxName(
							index,
							choices.findIndex((choice) => choice.trim() === label),
						),
						true,
					]);
				default:
					return [[fieldName(index), given]];
			}
		}),
	) as IDataObject;
}
