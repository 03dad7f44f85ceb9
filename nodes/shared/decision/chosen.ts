import type { IDataObject } from 'n8n-workflow';

import { kindOfId } from './people';
import type { Question } from './question';

/**
 * The people who were chosen in the fields of a form.
 *
 * @param values by the keys of the fields
 * @param names by open IDs, as far as they are known
 * @returns by the keys of the fields; undefined when nobody was chosen
 */
export function chosenIn(
	{ asked }: Question,
	values: IDataObject,
	names: Record<string, string> = {},
): IDataObject | undefined {
	if (asked.type !== 'customForm') return undefined;
	const known = new Map(Object.entries(names));
	const people = asked.fields.flatMap(({ key, type }) => {
		const id = type === 'person' ? values[key] : undefined;
		if (typeof id !== 'string') return [];
		const name = known.get(id);
		return [[key, { ...(name && { name }), [kindOfId(id)]: id }] as const];
	});
	return people.length > 0 ? Object.fromEntries(people) : undefined;
}
