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

/** A parameter: its name, and its value in quotes, whose end may be missing, or without them up to the semicolon. */
const PARAMETER = /[;\s]*([^=;\s"]*)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"?[^;]*|([^;]*)))?/g;

/** The parameters by their names; of several of one name the first. */
function parametersOf(header: string): Map<string, string> {
	const parameters = new Map<string, string>();
	for (const [, name, quoted, bare] of header.matchAll(PARAMETER)) {
		const value = quoted?.replace(/\\(.)/g, '$1') ?? bare?.trim();
		const key = name.toLowerCase();
		if (value !== undefined && !parameters.has(key)) parameters.set(key, value);
	}
	return parameters;
}

/** @returns undefined for what is not percent-encoded in a character set that RFC 5987 has */
function decodeExtended(value: string): string | undefined {
	const [, charset = 'utf-8', encoded] = /^(?:([^']*)'[^']*')?([^]*)$/.exec(value) ?? [];
	if (charset.toLowerCase() === 'iso-8859-1') return unescape(encoded);
	return charset.toLowerCase() === 'utf-8' ? decode(encoded) : undefined;
}

/** A name that has been cut into `filename*0`, `filename*1` and so on (RFC 2231, section 3). */
function joined(parameters: Map<string, string>): string | undefined {
	const partAt = (index: number): string | undefined =>
		parameters.get(`filename*${index}`) ?? parameters.get(`filename*${index}*`);
	let whole = '';
	for (let index = 0, part = partAt(0); part !== undefined; part = partAt(++index)) whole += part;
	return parameters.has('filename*0*') ? decodeExtended(whole) : whole || undefined;
}

/** Decodes a word of a mail header, which browsers take in the plain name (RFC 2047, section 2). */
function decodeWord(word: string, charset: string, encoding: string, text: string): string {
	const bytes =
		encoding.toLowerCase() === 'b'
			? Buffer.from(text, 'base64')
			: Buffer.from(unescape(text.replace(/_/g, ' ').replace(/=(?=[0-9a-f]{2})/gi, '%')), 'latin1');
	try {
		return new TextDecoder(charset).decode(bytes);
	} catch {
		return word; // The character set is not known.
	}
}

const WORD = /=\?([\w-]{1,40})\?([bq])\?([^?]*)\?=/gi;

/**
 * Reads the file name of a Content-Disposition header as leniently as browsers: `filename*`, its parts, or else
 * `filename`, quoted or not, in Latin-1 or UTF-8, with spaces, percent-encoded or as words of a mail header.
 *
 * @returns the name without any folders; '' when there is none
 * @see RFC 6266, section 4; RFC 5987, section 3.2
 */
export function fileNameOf(contentDisposition: string): string {
	const parameters = parametersOf(contentDisposition);
	const plain = parameters.get('filename') ?? '';
	const name =
		(decodeExtended(parameters.get('filename*') ?? '') || joined(parameters)) ??
		decodedAsBrowsersDo(asUtf8(plain).replace(WORD, decodeWord));
	return name.split(/[/\\]/).at(-1) ?? '';
}
