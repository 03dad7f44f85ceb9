import { InputError } from '../../shared/inputError';

/**
 * Checks that IDs are among those that Lark has.
 *
 * @param field names the IDs for the user
 * @param what such an ID is of
 * @param source the operation whose output has them
 * @throws InputError for the first one that is not
 */
export function checkPresent(
	wanted: string[],
	known: string[],
	{ field, what, source }: { field: string; what: string; source: string },
): void {
	const unknown = wanted.find((id) => !known.includes(id));
	if (!unknown) return;
	throw new InputError(
		`${field} cannot have "${unknown}": the chat has no such ${what}`,
		`Take the IDs from the output of ${source}.`,
	);
}
