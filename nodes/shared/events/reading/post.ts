import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../objects';
import { toList, toObject, toText } from '../values';
import { fileAttachment, folderReader } from './file';
import { pickLocale } from './locale';
import { readImagesAndMentions, readMarkdown } from './markdown';
import { label, readMention, type Attachment, type ContentReader } from './reader';

/**
 * `post`: the title, then a line for each paragraph, then the files, and folders, which cannot be downloaded. Links stay links, styles are left out, as
 * in `text`. A newer client writes the paragraphs a second time as Markdown, in `content_v2`, which is read
 * when it is there: `content` may be empty then.
 */
export const postReader: ContentReader = (content) => {
	const post = unwrapPost(content);
	const attachments: Attachment[] = [];
	const below = toList(post.files).map(toObject);
	const isFolder = ({ is_folder }: IDataObject) => is_folder === true;
	const files = below.filter((file) => !isFolder(file)).flatMap(fileAttachment);
	const text = [
		toText(post.title),
		readParagraphs(hasWords(post.content_v2) ? post.content_v2 : post.content, attachments),
		...files.map(({ name = '' }) => label('File', name)),
		...below.filter(isFolder).map((folder) => folderReader(folder).text),
	];
	return {
		text: text.filter((part) => part !== '').join('\n'),
		attachments: uniqueByKey([...attachments, ...files]),
	};
};

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

function readNode(node: IDataObject, attachments: Attachment[]): string {
	const { tag, text, href, user_id, user_name, image_key, file_key } = node;
	switch (tag) {
		case 'a':
			return toText(href) === ''
				? toText(text)
				: `[${toText(text) || toText(href)}](${toText(href)})`;
		case 'at':
			return readMention(toText(user_id), toText(user_name));
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
		case 'md':
		case 'markdown':
			return readMarkdown(toText(text) || toText(node.content), (words) =>
				readImagesAndMentions(words, attachments),
			);
		case 'hr':
			return '---';
		default:
			return toText(text) || toText(node.content);
	}
}

/**
 * Gives the post itself where it is wrapped as it is sent: `{ "zh_cn": { "title", "content" } }`, also in `post`. Files
 * then stand beside the locale.
 */
function unwrapPost(content: IDataObject): IDataObject {
	if (['title', 'content', 'content_v2'].some((name) => name in content)) return content;
	const { files, post, ...locales } = content;
	const body = isObject(post)
		? unwrapPost(post)
		: (pickLocale(locales, hasContent) ?? pickLocale(locales, isObject) ?? locales);
	return files === undefined ? body : { files, ...body };
}

const hasWords = (paragraphs: unknown): boolean => readParagraphs(paragraphs, []).trim() !== '';

/** Whether a version of a post has something to read: some languages may be empty. */
const hasContent = (post: unknown): post is IDataObject =>
	isObject(post) &&
	(toText(post.title).trim() !== '' || hasWords(post.content) || hasWords(post.content_v2));

function uniqueByKey(attachments: Attachment[]): Attachment[] {
	return [...new Map(attachments.map((attachment) => [attachment.key, attachment])).values()];
}
