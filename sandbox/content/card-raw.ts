import type { Message } from '../world/types';
import type { Content } from './fields';

/**
 * Makes the content for `card_msg_content_type=raw_card_content`: the card as the platform has it, in which the
 * fields of an element are its `property`, under camel-case names. Lark does not document it; this is what
 * its command line client reads (larksuite/cli, convert_lib/card.go).
 *
 * @returns JSON
 */
export function rawCard({ sentContent }: Message): string {
	const { schema, header, body, ...card } = JSON.parse(sentContent) as Content;
	const { elements } = (body ?? card) as Content;
	const raw = {
		schema: schema === undefined ? 1 : 2,
		...(header !== undefined && {
			header: rawPart({ tag: 'card_header', ...(header as Content) }),
		}),
		body: rawPart({ tag: 'body', elements: elements ?? [] }),
	};
	return JSON.stringify({
		json_card: JSON.stringify(raw),
		json_attachment: '{}',
		card_schema: raw.schema,
	});
}

function rawPart(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(rawPart);
	if (typeof value !== 'object' || value === null) return value;
	const { tag, ...fields } = value as Content;
	const property = Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [
			toCamelCase(name),
			name === 'rows' && tag === 'table' ? rawRows(field as Content[]) : rawPart(field),
		]),
	);
	return tag === undefined ? property : { tag, property };
}

/** The value of a cell is its `data`; the names are those of the columns. */
const rawRows = (rows: Content[]) =>
	rows.map((row) =>
		Object.fromEntries(Object.entries(row).map(([name, data]) => [name, { data: rawPart(data) }])),
	);

/** `initial_option` → `initialOption`, `user_id` → `userID`. */
const toCamelCase = (name: string) =>
	name
		.replace(/_id$/, '_ID')
		.replace(/_([a-zI])/g, (_match, letter: string) => letter.toUpperCase());
