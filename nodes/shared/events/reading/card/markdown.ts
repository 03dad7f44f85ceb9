import { readImagesAndMentions, readMarkdown } from '../markdown';
import { time } from '../reader';

/** What only has a style: the text inside stays. */
const STYLES = /<\/?(?:font|text_tag|number_tag)\b[^<>]*>/g;
const LINE_BREAK = /<br\s?\/?>/g;
const LINK = /<link\b([^<>]*)>([^<>]*)<\/link>/g;
const LINK_URL = /\burl\s?=\s?["']?([^"'\s]+)/;
const PERSON = /<person\b([^<>]*)>[^<>]*<\/person>/g;
const PERSON_ID = /\bid\s?=\s?["']?([^"'\s]+)/;
const DATE = /<local_datetime\b([^<>]*)>[^<>]*<\/local_datetime>/g;
const MILLISECOND = /\bmillisecond\s?=\s?["']?(\d{1,16})/;

/** How Markdown of cards writes characters that would be markup. */
const ENTITY = /&(?:#(\d{1,7})|(amp|lt|gt|quot|nbsp));/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const characterOf = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/**
 * Reads Markdown of a card (`markdown`, `lark_md`): as that of a post, and without the tags for styles. Its
 * images are no attachments.
 *
 * @see feishu-cards/card-json-v2-components/content-components/rich-text
 */
export const readCardMarkdown = (markdown: string): string => readMarkdown(markdown, readInline);

const readInline = (text: string) =>
	readImagesAndMentions(readTags(text), []).replace(
		ENTITY,
		(_entity, code: string | undefined, name: string) =>
			code === undefined ? ENTITIES[name] : characterOf(Number(code)),
	);

function readTags(text: string): string {
	return text
		.replace(STYLES, '')
		.replace(LINE_BREAK, '\n')
		.replace(LINK, (_link, attributes: string, words: string) => {
			const [, url] = LINK_URL.exec(attributes) ?? [];
			return url === undefined ? words : `[${words || url}](${url})`;
		})
		.replace(PERSON, (_person, attributes: string) => `@${PERSON_ID.exec(attributes)?.[1] ?? ''}`)
		.replace(DATE, (_date, attributes: string) => time(MILLISECOND.exec(attributes)?.[1]));
}
