import type { INodeProperties } from 'n8n-workflow';

import { asWritten, withoutMentions } from '../../../../shared/content/asWritten';
import { placeMentions } from '../../../../shared/content/mention';
import { numberNames } from '../../../../shared/content/mentionNames';
import { textContent, textMessages } from '../../../../shared/content/text';
import { mentionNames, mentions } from '../../../fields/mentions';
import { sendAsWritten } from '../../../fields/sendAsWritten';
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
		'Text of the message, up to 150 KB. Understands &lt;b&gt;bold&lt;/b&gt;, &lt;i&gt;italic&lt;/i&gt; and [links](https://example.com).',
};

export const textType: MessageType = {
	name: 'Text',
	value: 'text',
	description: 'Plain text, which can have bold words and links',
	properties: [textProperty, mentions.property],
	options: [sendAsWritten.property, split.property],
	async read(item) {
		const text = item.string('text');
		const written = sendAsWritten.read(item) ? asWritten(withoutMentions(text)) : text;
		const ids = await mentions.read(item);
		const content = placeMentions(numberNames(written, mentionNames(item, ids)), ids);
		return split.read(item) ? textMessages(content) : textContent(content);
	},
};
