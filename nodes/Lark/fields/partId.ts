import type { INodeProperties } from 'n8n-workflow';

import { InputError, unusableValue } from '../../shared/inputError';
import { locator } from '../../shared/pickers/locator';
import { isAccident } from '../../shared/values';
import type { Field } from './field';

/** What the IDs of a chat's tabs and menu items look like: nothing that has spaces or slashes. */
const isPartId = (id: string): boolean => /^[^\s/,]{1,64}$/.test(id) && !isAccident(id);

/** How the editor shows an ID, and where to take one from. */
interface PartIdLabels extends Pick<INodeProperties, 'displayName' | 'name' | 'description'> {
	placeholder: string;
	fix: string;
}

interface PickerLabels extends PartIdLabels {
	/** The method of the node that lists what there is. */
	searchListMethod: string;
	/** The parameters that the list depends on. */
	dependsOn?: string[];
}

function checkPartId(value: string, { displayName, fix }: PartIdLabels): string {
	const id = value.trim();
	if (isPartId(id)) return id;
	throw unusableValue(displayName, id, 'no ID looks like this', fix);
}

/** A tab, menu item or the like, picked from a list or entered by the ID that Lark gives it. */
export function partPickerField(labels: PickerLabels): Field<string> {
	const { displayName, name, description, placeholder, searchListMethod, dependsOn } = labels;
	const property: INodeProperties = {
		displayName,
		name,
		description,
		...(dependsOn && { typeOptions: { loadOptionsDependsOn: dependsOn } }),
		required: true,
		...locator({
			list: {
				search: searchListMethod,
				placeholder: `Select a ${displayName.toLowerCase()}...`,
			},
			typed: { placeholder },
		}),
	};
	return { property, read: (item) => checkPartId(item.string(name), labels) };
}

/** Several of them in an order, each once. */
export const partIdsField = (labels: PartIdLabels): Field<string[]> => {
	const { fix, ...shown } = labels;
	return {
		property: { ...shown, type: 'string', default: '', required: true },
		read(item) {
			const ids = item.strings(labels.name);
			if (ids.length === 0) throw new InputError(`${labels.displayName} is empty`, fix);
			return [...new Set(ids.map((id) => checkPartId(id, labels)))];
		},
	};
};
