import type { INodeProperties } from 'n8n-workflow';

import { InputError, unusableValue } from '../../shared/inputError';
import { isAccident } from '../../shared/values';
import type { Field } from './field';

/** What the IDs of a chat's tabs and menu items look like: nothing that has spaces or slashes. */
const isPartId = (id: string): boolean => /^[^\s/,]{1,64}$/.test(id) && !isAccident(id);

/** How the editor shows an ID, and where to take one from. */
interface PartIdLabels extends Pick<INodeProperties, 'displayName' | 'name' | 'description'> {
	placeholder: string;
	fix: string;
}

const propertyOf = ({ fix: _fix, ...labels }: PartIdLabels): INodeProperties => ({
	...labels,
	type: 'string',
	default: '',
	required: true,
});

function checkPartId(value: string, { displayName, fix }: PartIdLabels): string {
	const id = value.trim();
	if (isPartId(id)) return id;
	throw unusableValue(displayName, id, 'no ID looks like this', fix);
}

/** A tab, menu item or the like, by the ID that Lark gives it. */
export const partIdField = (labels: PartIdLabels): Field<string> => ({
	property: propertyOf(labels),
	read: (item) => checkPartId(item.string(labels.name), labels),
});

/** Several of them in an order, each once. */
export const partIdsField = (labels: PartIdLabels): Field<string[]> => ({
	property: propertyOf(labels),
	read(item) {
		const ids = item.strings(labels.name);
		if (ids.length === 0) throw new InputError(`${labels.displayName} is empty`, labels.fix);
		return [...new Set(ids.map((id) => checkPartId(id, labels)))];
	},
});
