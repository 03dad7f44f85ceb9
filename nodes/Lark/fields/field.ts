import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { ItemParameters } from './item';

/**
 * A parameter as a value: what the editor shows, and how it is read and checked. A field that has to
 * ask Lark reads from an `OperationItem`.
 */
export interface Field<Value, Item = ItemParameters> {
	readonly property: INodeProperties;
	/** @throws InputError for a value that cannot be used */
	read(item: Item): Value;
}

/** What a field that appears in several operations may be called in one of them. */
export type FieldLabels = Partial<
	Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'placeholder' | 'displayOptions'>
>;

/** A property with a list of choices whose values are known to the compiler. */
type ChoiceProperty<Value> = Omit<INodeProperties, 'options'> & {
	options: Array<INodePropertyOptions & { value: Value }>;
};

/** An entry of Options whose value is read by the kind of its property. */
const option = <Value>(property: INodeProperties): Field<Value | undefined> => ({
	property,
	read: (item) => item.option(property) as Value | undefined,
});

/** An entry of Options that is one of several choices. */
export const choiceOption = <const Value extends string | number>(
	property: ChoiceProperty<Value>,
): Field<Value | undefined> => option<Value>(property);

/** An entry of Options that is a list of choices. */
export const choicesOption = <const Value extends string | number>(
	property: ChoiceProperty<Value>,
): Field<Value[] | undefined> => option<Value[]>(property);

/** An entry of Options that is a switch. */
export const switchOption = (property: INodeProperties): Field<boolean | undefined> =>
	option<boolean>(property);

/** An entry of Options that is a number. */
export const numberOption = (property: INodeProperties): Field<number | undefined> =>
	option<number>(property);

/** An entry of Options that is a text; '' when the user did not add it. */
export const textOption = (property: INodeProperties): Field<string> => ({
	property,
	read: (item) => item.string(`options.${property.name}`),
});

/** A list of choices. */
export const choiceField = <const Value extends string>(
	property: ChoiceProperty<Value>,
): Field<Value> => ({
	property,
	read: (item) => item.string(property.name) as Value,
});
