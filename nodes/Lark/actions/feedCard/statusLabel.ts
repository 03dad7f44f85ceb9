import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import { readText } from '../../../shared/values';
import type { ItemParameters } from '../../fields/item';

/** The longest label (im-v2/app_feed_card/create, status_label). */
const MAX_TEXT = 20;

type LabelType = 'primary' | 'secondary' | 'success' | 'danger';

/** The label at the right of a feed card, where the time stands otherwise. */
export const statusLabelProperty: INodeProperties = {
	displayName: 'Status Label',
	name: 'status_label',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Label',
	description: 'A coloured label. Without one, the card shows when it came.',
	options: [
		{
			displayName: 'Label',
			name: 'label',
			values: [
				{
					displayName: 'Label Text',
					name: 'labelText',
					type: 'string',
					default: '',
					placeholder: 'e.g. Urgent',
					description: `Up to ${MAX_TEXT} characters`,
				},
				{
					displayName: 'Label Style',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'Danger', value: 'danger' },
						{ name: 'Primary', value: 'primary' },
						{ name: 'Secondary', value: 'secondary' },
						{ name: 'Success', value: 'success' },
					],
					default: 'primary',
					description: 'Colour of the label',
				},
			],
		},
	],
};

/**
 * Reads the status label.
 *
 * @param path of the collection
 * @returns undefined without one
 * @throws InputError for a text that is empty or too long
 */
export function readStatusLabel(item: ItemParameters, path: string) {
	const [row] = item.rows(`${path}.label`);
	if (!row) return undefined;
	const text = readText('Label Text', row.labelText).trim();
	const length = [...text].length;
	if (length === 0 || length > MAX_TEXT) {
		throw new InputError(
			length === 0
				? 'Label Text is empty'
				: `Label Text has ${length} characters, Lark takes at most ${MAX_TEXT}`,
			'Enter one or two words.',
		);
	}
	return { text, type: (row.type ?? 'primary') as LabelType };
}
