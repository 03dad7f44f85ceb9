import type { IDataObject } from 'n8n-workflow';

import { toObject } from './values';

const isOpenId = (value: unknown): value is string =>
	typeof value === 'string' && /^ou_\w+$/.test(value);

/** One person, or a list of them; undefined for any other answer. */
function peopleIn(answer: unknown): string | string[] | undefined {
	if (isOpenId(answer)) return answer;
	return Array.isArray(answer) && answer.length > 0 && answer.every(isOpenId) ? answer : undefined;
}

/** The answers that are people, by the names of a form's inputs. */
const peopleOfForm = (form_value: unknown) =>
	Object.entries(toObject(form_value)).flatMap(([name, answer]) => {
		const people = peopleIn(answer);
		return people === undefined ? [] : [[name, people] as const];
	});

/**
 * Lists whom somebody has chosen on a card, each once.
 *
 * @param action of the callback
 * @returns open IDs
 */
export function chosenPeople({ option, form_value }: IDataObject): string[] {
	const ofForm = peopleOfForm(form_value).map(([, people]) => people);
	return [...new Set([peopleIn(option) ?? [], ...ofForm].flat())];
}

/**
 * Tells the people in what somebody has answered by name.
 *
 * @param action of the callback
 * @param names by open IDs, as far as they are known
 * @returns `person` of a list outside a form, `people` of a form, by the names of its inputs: one
 *   person, or a list where several can be chosen
 */
export function namedPeople(
	{ option, form_value }: IDataObject,
	names: ReadonlyMap<string, string>,
): IDataObject {
	const named = (open_id: string): IDataObject => {
		const name = names.get(open_id);
		return { ...(name && { name }), open_id };
	};
	const people = peopleOfForm(form_value).map(([name, chosen]) => [
		name,
		typeof chosen === 'string' ? named(chosen) : chosen.map(named),
	]);
	return {
		...(isOpenId(option) && { person: named(option) }),
		...(people.length > 0 && { people: Object.fromEntries(people) as IDataObject }),
	};
}
