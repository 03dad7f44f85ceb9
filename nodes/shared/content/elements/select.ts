import type { JsonObject } from '../json';
import { answerElement, elementNamed, type AnswerElement } from './answerElement';
import { checkChosen, choiceOptions, type CardChoice } from './choices';

/**
 * Makes a list of which one entry can be chosen.
 *
 * @param input `chosen` is the value of the entry that is chosen at the start
 * @throws InputError for entries that cannot be used, or a choice that is no entry
 * @see feishu-cards/card-json-v2-components, select_static
 */
export function singleSelect(
	input: AnswerElement & { choices: CardChoice[]; chosen?: string },
): JsonObject {
	const { choices, chosen } = input;
	const options = choiceOptions(elementNamed(input), choices);
	checkChosen(elementNamed(input), choices, chosen ? [chosen] : []);
	return {
		...answerElement('select_static', input),
		options,
		...(chosen && { initial_option: chosen }),
	};
}

/**
 * Makes a list of which several entries can be chosen.
 *
 * @param input `chosen` are the values of the entries that are chosen at the start
 * @throws InputError for entries that cannot be used, or a choice that is no entry
 * @see feishu-cards/card-json-v2-components, multi_select_static: only in a form
 */
export function multiSelect(
	input: AnswerElement & { choices: CardChoice[]; chosen?: string[] },
): JsonObject {
	const { choices, chosen = [] } = input;
	const options = choiceOptions(elementNamed(input), choices);
	checkChosen(elementNamed(input), choices, chosen);
	return {
		...answerElement('multi_select_static', input),
		options,
		...(chosen.length > 0 && { selected_values: chosen }),
	};
}
