import { firstPart } from '../content/split';
import { cardMarkdown } from './tables';

/**
 * The most that a page takes, in bytes of a request. A card has 30 KB (200860), the elements around the text
 * and the line below it included.
 */
export const PAGE_BYTES = 27_000;

/** How many bytes a text takes in a card, which is JSON in a string of JSON. */
const bytesOf = (text: string): number =>
	Buffer.byteLength(JSON.stringify(JSON.stringify(cardMarkdown(text))));

/** Lays a growing text out on cards: a page that is full stays as it is. */
export class AnswerPages {
	private full: string[] = [];
	private from = 0;
	private reopened = '';
	private before = '';

	constructor(private readonly maxBytes = PAGE_BYTES) {}

	/**
	 * @param text all of it so far; when it does not begin as the last one, all pages are laid out anew
	 * @returns Markdown, at least one page; a fence that goes on is closed, and opened again on the next page
	 */
	of(text: string): string[] {
		const begun = text.slice(0, this.from);
		if (begun !== this.before) Object.assign(this, { full: [], from: 0, reopened: '', before: '' });
		const limits = { maxBytes: this.maxBytes, bytesOf, hasFences: true };
		for (;;) {
			const rest = this.reopened + text.slice(this.from);
			const cut = firstPart(rest, limits, this.reopened.length);
			if (!cut) return [...this.full, rest].map(cardMarkdown);
			this.full.push(cut.part);
			this.from += cut.resume - this.reopened.length;
			this.reopened = cut.reopened;
			this.before = text.slice(0, this.from);
		}
	}
}
