import type { IDataObject } from 'n8n-workflow';

import { label, list, object, str, type Attachment, type ContentReader } from './content';

function readNode(node: IDataObject, attachments: Attachment[]): string {
	const { tag, text, href, user_id, user_name, image_key, file_key } = node;
	switch (tag) {
		case 'a':
			return str(href) === '' ? str(text) : `[${str(text) || str(href)}](${str(href)})`;
		case 'at':
			// A placeholder, which `mentions` of the message resolve; the name is there where those are not.
			return str(user_id).startsWith('@_') ? str(user_id) : `@${str(user_name) || str(user_id)}`;
		case 'img':
			if (str(image_key)) attachments.push({ key: str(image_key), type: 'image' });
			return label('Image');
		case 'media':
			if (str(file_key)) attachments.push({ key: str(file_key), type: 'file' });
			return label('Video');
		case 'emotion':
			return label(str(node.emoji_type) || 'Emoji');
		case 'code_block':
			return `\`\`\`${str(node.language).toLowerCase()}\n${str(text)}\n\`\`\``;
		case 'hr':
			return '---';
		default:
			return str(text);
	}
}

/** The paragraphs of a post, one a line. */
export function readParagraphs(content: unknown, attachments: Attachment[]): string {
	return list(content)
		.map((nodes) =>
			list(nodes)
				.map((node) => readNode(object(node), attachments))
				.join(''),
		)
		.join('\n');
}

/** `post`: the title, then a line for each paragraph. Links stay links, styles are left out, as in `text`. */
export const post: ContentReader = ({ title, content }) => {
	const attachments: Attachment[] = [];
	const body = readParagraphs(content, attachments);
	const text = [str(title), body].filter((part) => part !== '').join('\n');
	return { text, attachments };
};
