import type { INodeProperties } from 'n8n-workflow';

/**
 * Adds a condition to those that fields already have, as n8n-workflow's updateDisplayOptions does
 * with a deep copy of everything, at several times the cost: n8n waits for this when it starts.
 *
 * @param show values of other parameters, by name
 */
export const shownFor = (
	show: NonNullable<INodeProperties['displayOptions']>['show'],
	properties: INodeProperties[],
): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...property.displayOptions?.show, ...show },
		},
	}));
