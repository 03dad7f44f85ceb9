import type { IDataObject } from 'n8n-workflow';

import { toList, toObject, toText } from '../values';
import { label, type Attachment, type ContentReader } from './reader';

function readNode(node: IDataObject, attachments: Attachment[]): string {
	const { tag, text, href, user_id, user_name, image_key, file_key } = node;
	switch (tag) {
		case 'a':
			return toText(href) === ''
				? toText(text)
				: `[${toText(text) || toText(href)}](${toText(href)})`;
		case 'at':
			// A placeholder, which `mentions` of the message resolve; the name is there where those are not.
			return toText(user_id).startsWith('@_')
				? toText(user_id)
				: `@${toText(user_name) || toText(user_id)}`;
		case 'img':
			if (toText(image_key)) attachments.push({ key: toText(image_key), type: 'image' });
			return label('Image');
		case 'media':
			if (toText(file_key)) attachments.push({ key: toText(file_key), type: 'file' });
			return label('Video');
		case 'emotion':
			return label(toText(node.emoji_type) || 'Emoji');
		case 'code_block':
			return `\`\`\`${toText(node.language).toLowerCase()}\n${toText(text)}\n\`\`\``;
		case 'hr':
			return '---';
		default:
			return toText(text);
	}
}

/** The paragraphs of a post, one a line. */
export function readParagraphs(content: unknown, attachments: Attachment[]): string {
	return toList(content)
		.map((nodes) =>
			toList(nodes)
				.map((node) => readNode(toObject(node), attachments))
				.join(''),
		)
		.join('\n');
}

/** `post`: the title, then a line for each paragraph. Links stay links, styles are left out, as in `text`. */
export const postReader: ContentReader = ({ title, content }) => {
	const attachments: Attachment[] = [];
	const body = readParagraphs(content, attachments);
	const text = [toText(title), body].filter((part) => part !== '').join('\n');
	return { text, attachments };
};
