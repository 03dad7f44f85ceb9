import { withoutInvisible } from '../invisible';
import { extensionOf } from './mimeType';

/** What is known of a file that needs a name. */
export interface Unnamed {
	fileName?: string | null;
	fileExtension?: string | null;
	mimeType?: string | null;
}

/**
 * Characters that nobody sees: control characters, and those that change the direction, by which "gpj.exe" looks like
 * "exe.jpg". Joiners stay, which some scripts and emoji need.
 */
const INVISIBLE =
	// eslint-disable-next-line no-control-regex -- control characters are what is looked for
	/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The longest name that the file systems in use take, in bytes. */
const MAX_BYTES = 255;

/** A longer part behind the last dot is no extension. */
const MAX_EXTENSION = 20;

/** Cuts a name that is too long in front of its extension, between characters. */
function shortened(name: string): string {
	if (Buffer.byteLength(name) <= MAX_BYTES) return name;
	const dot = name.lastIndexOf('.');
	const extension = dot > 0 && name.length - dot <= MAX_EXTENSION ? name.slice(dot) : '';
	let left = MAX_BYTES - Buffer.byteLength(extension);
	let base = '';
	for (const character of name.slice(0, MAX_BYTES)) {
		left -= Buffer.byteLength(character);
		if (left < 0) break;
		base += character;
	}
	return base + extension;
}

/**
 * Takes out of a file name what is none: characters that nobody sees, names that mean a folder, and what is longer than a
 * name can be.
 *
 * @returns '' when nothing is left
 */
export function cleanFileName(name: string): string {
	const visible = name.replace(INVISIBLE, '').trim();
	const isNone = withoutInvisible(visible) === '' || /^\.{1,2}$/.test(visible);
	return isNone ? '' : shortened(visible);
}

/** The name under which a file from outside is kept: without the folders that it may come with. */
export const keptFileName = (name: string): string =>
	cleanFileName(name.split(/[/\\]/).at(-1) ?? '');

/**
 * The name under which a file is sent: its own, or else one with the extension of its type.
 *
 * @param base for a file without a name
 */
export function fileNameFor(file: Unnamed, base = 'file'): string {
	const own = cleanFileName(file.fileName ?? '');
	if (own !== '') return own;
	const given = cleanFileName(file.fileExtension ?? '').replace(/^\./, '');
	const extension = given || extensionOf(file.mimeType ?? '');
	return extension ? `${base}.${extension}` : base;
}
