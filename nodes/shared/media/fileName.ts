import { withoutInvisible } from '../invisible';
import { extensionOf } from './mimeType';

/** What is known of a file that needs a name. */
export interface Unnamed {
	fileName?: string | null;
	fileExtension?: string | null;
	mimeType?: string | null;
}

/**
 * Takes out of a file name what is none: control characters, and names that mean a folder or that nobody sees.
 *
 * @returns '' when nothing is left
 */
export function cleanFileName(name: string): string {
	// eslint-disable-next-line no-control-regex -- control characters are what is taken out
	const visible = name.replace(/[\u0000-\u001f\u007f]/g, '').trim();
	return withoutInvisible(visible) === '' || /^\.{1,2}$/.test(visible) ? '' : visible;
}

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
