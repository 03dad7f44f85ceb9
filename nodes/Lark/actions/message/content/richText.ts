import { richTextContent } from '../../../../shared/content/richText';
import type { MessageType } from './messageType';

export const richText: MessageType = {
	name: 'Rich Text',
	value: 'post',
	description: "Lark's own JSON for rich text. Markdown does without JSON.",
	properties: [
		{
			displayName: 'Rich Text',
			name: 'post',
			type: 'json',
			default: '{\n  "title": "",\n  "content": [\n    [{ "tag": "text", "text": "" }]\n  ]\n}',
			required: true,
			description:
				'JSON of a post: title, and content as a list of paragraphs, each a list of nodes. With or without the locale around it.',
		},
	],
	read: (item) => richTextContent(item.value('post')),
};
