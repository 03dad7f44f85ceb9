import {
	mentionInPost,
	numberNamesInPost,
	postAsWritten,
} from '../../../../shared/content/postMentions';
import { richTextContent } from '../../../../shared/content/richText';
import { mentionNames, mentions } from '../../../fields/mentions';
import { sendAsWritten } from '../../../fields/sendAsWritten';
import { attachmentsProperty, withAttachments } from './attachments';
import type { MessageType } from './messageType';

export const richTextType: MessageType = {
	name: 'Rich Text',
	value: 'post',
	description: "Lark's own JSON for rich text. For links and mentions without JSON, use Markdown.",
	properties: [
		{
			displayName: 'Rich Text',
			name: 'post',
			type: 'json',
			default: '{\n  "title": "",\n  "content": [\n    [{ "tag": "text", "text": "" }]\n  ]\n}',
			required: true,
			description:
				'Title, and content as a list of paragraphs, each a list of nodes: {"tag": "text", "text": "Hello"}, {"tag": "a", "text": "Docs", "href": "https://..."}, {"tag": "at", "user_id": "ou_..."} and others',
		},
		mentions.property,
	],
	options: [attachmentsProperty, sendAsWritten.property],
	async read(item) {
		const isAsWritten = sendAsWritten.read(item);
		const ids = await mentions.read(item);
		const names = mentionNames(item, ids);
		const message = richTextContent(item.value('post'), (paragraphs) => {
			const written = isAsWritten ? postAsWritten(paragraphs) : paragraphs;
			return mentionInPost(numberNamesInPost(written, names), ids);
		});
		return await withAttachments(item, [message]);
	},
};
