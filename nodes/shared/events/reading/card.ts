import type { IDataObject } from 'n8n-workflow';

import { toObject, toText } from '../values';
import { label, textOnly, type ContentReader } from './reader';

/** Where the parts of a card are, in the order in which they read. */
const PARTS = ['header', 'title', 'text', 'label', 'fields', 'elements', 'actions', 'columns'];

const CONTROLS = new Set(['button', 'select_static', 'overflow', 'date_picker']);

/**
 * `interactive`: the title and a line for each row. Lark pushes a simplified card; one as it was
 * sent reads the same. The images of a card are no attachments: Lark refuses their download.
 *
 * @see im-v1/message-resource/get, 234043
 */
export const cardReader: ContentReader = (content) => {
	const root = { ...content, ...toObject(content.body), header: content.header };
	const lines = readPart(root).filter((line) => line.trim() !== '');
	return textOnly(lines.join('\n') || label('Card'));
};

function readPart(part: IDataObject): string[] {
	const { tag } = part;
	if (tag === 'hr') return ['---'];
	if (tag === 'a') return [readLink(part)];
	if (tag === 'at') return [toText(part.user_id) || toText(part.text)];
	if (tag === 'img') return [label('Image')];
	if (CONTROLS.has(toText(tag))) {
		const caption = toObject(part.text).content ?? part.text ?? toObject(part.placeholder).content;
		return [label(tag === 'button' ? 'Button' : 'Menu', toText(caption))];
	}
	const own = toText(part.content);
	return [...(own ? [own] : []), ...PARTS.flatMap((name) => readValue(part[name]))];
}

/** One text for each thing in a part; a row, which is a list within a list, is one line. */
function readValue(value: unknown): string[] {
	if (typeof value === 'string') return value === '' ? [] : [value];
	if (Array.isArray(value)) {
		return value.flatMap((entry) =>
			Array.isArray(entry) ? [readValue(entry).join(' ')] : readValue(entry),
		);
	}
	return typeof value === 'object' && value !== null ? readPart(toObject(value)) : [];
}

function readLink({ text, href, url }: IDataObject): string {
	const address = toText(href) || toText(url);
	return address === '' ? toText(text) : `[${toText(text) || address}](${address})`;
}
