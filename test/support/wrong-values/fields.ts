import {
	isINodePropertiesList,
	isINodePropertyCollectionList,
	type IDataObject,
	type INodeProperties,
} from 'n8n-workflow';

import { ROW_COMPANIONS } from './companions';

/** A field of an operation, wherever it stands. */
export interface Field {
	/** As in the editor: Options > Title. */
	label: string;
	property: INodeProperties;
	/** Values of other parameters, with which the editor shows it. */
	shownBy: IDataObject;
	/** The parameters that give the field a value. */
	with(value: unknown): IDataObject;
}

/** The first value that shows the field, of each parameter that its conditions name. */
function shownBy({ displayOptions }: INodeProperties): IDataObject {
	const conditions = Object.entries(displayOptions?.show ?? {});
	const values = conditions.map(([name, shown]) => [name.replace('/', ''), shown?.[0]] as const);
	return Object.fromEntries(values.filter(([, value]) => typeof value !== 'object'));
}

/** Collections by themselves have no value; what they hold has. */
function inside({ label, property, ...outer }: Field): Field[] {
	const { options } = property;
	const fieldIn = (inner: INodeProperties, wrap: (value: object) => object): Field => ({
		label: `${label} > ${inner.displayName}`,
		property: inner,
		shownBy: { ...outer.shownBy, ...shownBy(inner) },
		with: (value) => outer.with(wrap({ [inner.name]: value })),
	});
	const rowOf = (name: string, inner: INodeProperties, value: object) => ({
		...shownBy(inner),
		...ROW_COMPANIONS[name],
		...value,
	});
	if (isINodePropertyCollectionList(options)) {
		const isMany = property.typeOptions?.multipleValues;
		return options.flatMap(({ name, values }) =>
			values.flatMap((inner) =>
				unfold(
					fieldIn(inner, (value) => {
						const row = rowOf(name, inner, value);
						return { [name]: isMany ? [row] : row };
					}),
				),
			),
		);
	}
	return isINodePropertiesList(options)
		? options.flatMap((inner) => unfold(fieldIn(inner, (value) => value)))
		: [];
}

function unfold(field: Field): Field[] {
	if (field.property.type === 'notice') return [];
	return ['collection', 'fixedCollection'].includes(field.property.type) ? inside(field) : [field];
}

/** All fields of an operation, those in collections included. */
export const fieldsOf = (properties: INodeProperties[]): Field[] =>
	properties.flatMap((property) =>
		unfold({
			label: property.displayName,
			property,
			shownBy: shownBy(property),
			with: (value) => ({ [property.name]: value }) as IDataObject,
		}),
	);
