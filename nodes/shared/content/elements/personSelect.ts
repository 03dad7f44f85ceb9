import { InputError } from '../../inputError';
import { quoted } from '../../values';
import { userIdTypeOf } from '../../userId';
import type { JsonObject } from '../json';
import { answerElement, elementNamed, type AnswerElement } from './answerElement';

/** A list of people. */
export interface PersonSelect extends AnswerElement {
	/** Open IDs of those who can be chosen; all members of the chat when there are none. */
	people?: string[];
	/** Open IDs of those who are chosen at the start. */
	chosen?: string[];
}

function checkPeople(input: PersonSelect): void {
	const { people = [], chosen = [] } = input;
	const where = elementNamed(input);
	const wrong = [...people, ...chosen].find((id) => userIdTypeOf(id) !== 'open_id');
	if (wrong !== undefined) {
		throw new InputError(
			`A person of ${where} cannot be ${quoted(wrong)}: it is no open ID`,
			'Enter open IDs, which start with ou_.',
		);
	}
	const known = new Set(people);
	const missing = chosen.find((id) => known.size > 0 && !known.has(id));
	if (missing === undefined) return;
	throw new InputError(
		`Default of ${where} cannot be ${quoted(missing)}: this person is not among those to choose from`,
		'Add the person to the list, or choose another default.',
	);
}

function personElement(tag: string, input: PersonSelect): JsonObject {
	checkPeople(input);
	const { people = [] } = input;
	return {
		...answerElement(tag, input),
		...(people.length > 0 && { options: [...new Set(people)].map((value) => ({ value })) }),
	};
}

/**
 * Makes a list of people of whom one can be chosen.
 *
 * @throws InputError for what is no open ID, more than one chosen person, or one who is not in the list
 * @see feishu-cards/card-json-v2-components, select_person: without options it has all members of the chat
 */
export function personSelect(input: PersonSelect): JsonObject {
	const [chosen, other] = input.chosen ?? [];
	if (other !== undefined) {
		throw new InputError(
			`${elementNamed(input)} has more than one default`,
			'Choose one person, or a list of several people.',
		);
	}
	return { ...personElement('select_person', input), ...(chosen && { initial_option: chosen }) };
}

/**
 * Makes a list of people of whom several can be chosen.
 *
 * @throws InputError for what is no open ID, or a chosen person who is not in the list
 * @see feishu-cards/card-json-v2-components, multi_select_person: only in a form
 */
export function peopleSelect(input: PersonSelect): JsonObject {
	const chosen = [...new Set(input.chosen ?? [])];
	return {
		...personElement('multi_select_person', input),
		...(chosen.length > 0 && { selected_values: chosen }),
	};
}
