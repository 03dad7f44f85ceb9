import type { INodeProperties } from 'n8n-workflow';

import type { Field } from './field';
import type { OperationItem } from './item';

const property: INodeProperties = {
	displayName: 'Send Text as Written',
	name: 'asWritten',
	type: 'boolean',
	default: true,
	description:
		'Whether tags, mentions, links and images inside the text are shown as they are written instead of being carried out, for a text that comes from somebody else. As an AI tool, the node does so unless this option is turned off. The field Mentions works all the same.',
};

/** Whether a text keeps Lark from carrying out what is in it; the default is yes where a model writes it. */
export const sendAsWritten: Field<boolean, OperationItem> = {
	property,
	read: (item) => (item.option(property) as boolean | undefined) ?? item.isTool,
};
