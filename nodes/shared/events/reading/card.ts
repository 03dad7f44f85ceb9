import type { IDataObject } from 'n8n-workflow';

import { toObject, toText } from '../values';
import { label, type Attachment, type ContentReader } from './reader';

/** Where the parts of a card are, in the order in which they read. */
const PARTS = ['header', 'title', 'text', 'label', 'fields', 'elements', 'actions', 'columns'];

const CONTROLS = new Set(['button', 'select_static', 'overflow', 'date_picker']);

function link({ text, href, url }: IDataObject): string {
	const address = toText(href) || toText(url);
	return address === '' ? toText(text) : `[${toText(text) || address}](${address})`;
}

function readPart(part: IDataObject, attachments: Attachment[]): string[] {
	const { tag, image_key, img_key } = part;
	if (tag === 'hr') return ['---'];
	if (tag === 'a') return [link(part)];
	if (tag === 'at') return [toText(part.user_id) || toText(part.text)];
	if (tag === 'img') {
		const key = toText(image_key) || toText(img_key);
		if (key) attachments.push({ key, type: 'image' });
		return [label('Image')];
	}
	if (CONTROLS.has(toText(tag))) {
		const caption = toObject(part.text).content ?? part.text ?? toObject(part.placeholder).content;
		return [label(tag === 'button' ? 'Button' : 'Menu', toText(caption))];
	}
	const own = toText(part.content);
	return [...(own ? [own] : []), ...PARTS.flatMap((name) => read(part[name], attachments))];
}

/** One text for each thing in a part; a row, which is a list within a list, is one line. */
function read(value: unknown, attachments: Attachment[]): string[] {
	if (typeof value === 'string') return value === '' ? [] : [value];
	if (Array.isArray(value)) {
		return value.flatMap((entry) =>
			Array.isArray(entry) ? [read(entry, attachments).join(' ')] : read(entry, attachments),
		);
	}
	return typeof value === 'object' && value !== null ? readPart(toObject(value), attachments) : [];
}

/**
 * `interactive`: the title and a line for each row. Lark pushes a simplified card; one as it was
 * sent reads the same.
 */
export const cardReader: ContentReader = (content) => {
	const attachments: Attachment[] = [];
	const root = { ...content, ...toObject(content.body), header: content.header };
	const lines = readPart(root, attachments).filter((line) => line.trim() !== '');
	return { text: lines.join('\n') || label('Card'), attachments };
};
