/** @returns undefined for what is not percent-encoded UTF-8 */
function decode(encoded: string): string | undefined {
	try {
		return decodeURIComponent(encoded);
	} catch {
		return undefined;
	}
}

/** Node.js reads headers as Latin-1; many servers send UTF-8. */
function asUtf8(latin1: string): string {
	const text = Buffer.from(latin1, 'latin1').toString();
	return text.includes('\ufffd') || /[^\0-\xff]/.test(latin1) ? latin1 : text;
}

/** Many servers percent-encode the plain name, too, and browsers decode it. */
const decodedAsBrowsersDo = (name: string): string =>
	/%[0-9a-f]{2}/i.test(name) ? (decode(name) ?? name) : name;

/**
 * Reads the file name of a Content-Disposition header: `filename*`, or else `filename`, quoted or
 * not, in Latin-1 or UTF-8, with spaces and percent-encoded as browsers take it.
 *
 * @returns the name without any folders; '' when there is none
 * @see RFC 6266, section 4; RFC 5987, section 3.2
 */
export function fileNameOf(contentDisposition: string): string {
	const extended = /(?:^|;)\s*filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(contentDisposition);
	const plain = /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(
		contentDisposition,
	);
	const name =
		(extended && decode(extended[1])) ??
		decodedAsBrowsersDo(asUtf8(plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]?.trim() ?? ''));
	return name.split(/[/\\]/).at(-1) ?? '';
}
