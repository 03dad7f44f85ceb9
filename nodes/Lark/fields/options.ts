import type { INodeProperties } from 'n8n-workflow';

import { byDisplayName } from './alphabetical';

/** The collection of an operation's optional fields, in n8n's order; each of them is read by its field. */
export const optionsCollection = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [...options].sort(byDisplayName),
});
