import type { IDataObject } from 'n8n-workflow';

import { label, readMention } from '../reader';
import { toText } from '../../values';
import { contentOf, toPart, type Names } from './part';

/** A link: `text` and `href` in a simplified card, else `content` and `url`. */
export function readLink({ text, content, href, url }: IDataObject): string {
	const words = toText(text) || toText(content);
	const address = toText(href) || toText(url) || toText(toPart(url).url);
	return address === '' ? words : `[${words || address}](${address})`;
}

/** A person who is shown or mentioned. */
export function readPerson(part: IDataObject, names: Names): string {
	const id = toText(part.user_id) || toText(part.id);
	const name = names.get(id) ?? (toText(part.user_name) || toText(part.text));
	return id === '' && name === '' ? '' : readMention(id, name);
}

/** People in one line: one ID, or a list of IDs or of parts with an `id`. */
export const readPeople = (people: unknown, names: Names): string =>
	[people]
		.flat()
		.map((person) => (toText(person) === '' ? toPart(person) : { id: toText(person) }))
		.map((person) => readPerson(person, names))
		.filter((person) => person !== '')
		.join(' ');

/** An image: its title, else what is shown in its place. */
export const readImage = ({ title, alt }: IDataObject): string =>
	label('Image', contentOf(toPart(title)) || contentOf(toPart(alt)));
