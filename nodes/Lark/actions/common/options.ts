import type { INodeProperties } from 'n8n-workflow';

import { byDisplayName } from './order';

/**
 * The collection of an operation's optional fields, in n8n's order; `item.option` reads them.
 *
 * @param displayOptions when there are any; always by default
 */
export const optionsCollection = (
	options: INodeProperties[],
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions,
	options: [...options].sort(byDisplayName),
});
