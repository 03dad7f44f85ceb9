import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../../shared/objects';
import { InputError } from '../../shared/inputError';
import { readText } from '../../shared/values';

/**
 * Finds a file of the incoming item.
 *
 * @param label the field that names it, as the editor shows it
 * @param parameter the name of a binary field, or a file itself, as an expression can give it
 * @throws InputError when the item has no such file
 */
export function givenFile(
	context: IExecuteFunctions,
	itemIndex: number,
	label: string,
	parameter: unknown,
): IBinaryData {
	if (isObject(parameter) && 'mimeType' in parameter) return parameter as unknown as IBinaryData;
	const name = readText(label, parameter).trim();
	const names = Object.keys(context.getInputData()[itemIndex].binary ?? {});
	const missing = () =>
		new InputError(
			name === '' ? `${label} is empty` : `${label} cannot be "${name}": the item has no such file`,
			names.length > 0
				? `Enter the name of a field with a file. This item has ${names.join(', ')}.`
				: 'This item has no file. Check the step before, which must give the file in a binary field.',
		);
	try {
		return context.helpers.assertBinaryData(itemIndex, name);
	} catch {
		throw missing();
	}
}
