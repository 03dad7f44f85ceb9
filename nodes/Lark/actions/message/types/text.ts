import type { INodeProperties } from 'n8n-workflow';

import { placeMentions } from '../../../../shared/content/mention';
import { textContent, textMessages } from '../../../../shared/content/text';
import { mentionsOption, mentionsOf } from '../../../fields/mentions';
import { split } from '../../../fields/split';
import type { MessageType } from './messageType';

export const textProperty: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. The backup of db-1 has finished',
	description:
		'Text of the message, up to 150 KB. Understands &lt;b&gt;bold&lt;/b&gt;, &lt;i&gt;italic&lt;/i&gt; and [links](https://example.com). To mention people, add the option Mentions.',
};

export const textType: MessageType = {
	name: 'Text',
	value: 'text',
	properties: [textProperty],
	options: [mentionsOption, split.property],
	read(item) {
		const content = placeMentions(item.string('text'), mentionsOf(item));
		return split.read(item) ? textMessages(content) : textContent(content);
	},
};
