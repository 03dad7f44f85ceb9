const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The types of what people send each other, as IANA names them, with their extensions. */
const TYPES: Record<string, string> = {
	'application/epub+zip': 'epub',
	'application/gzip': 'gz',
	'application/json': 'json',
	'application/msword': 'doc',
	'application/pdf': 'pdf',
	'application/rtf': 'rtf',
	'application/vnd.ms-excel': 'xls',
	'application/vnd.ms-outlook': 'msg',
	'application/vnd.ms-powerpoint': 'ppt',
	'application/vnd.oasis.opendocument.presentation': 'odp',
	'application/vnd.oasis.opendocument.spreadsheet': 'ods',
	'application/vnd.oasis.opendocument.text': 'odt',
	[`${OFFICE}.presentationml.presentation`]: 'pptx',
	[`${OFFICE}.spreadsheetml.sheet`]: 'xlsx',
	[`${OFFICE}.wordprocessingml.document`]: 'docx',
	'application/vnd.rar': 'rar',
	'application/x-7z-compressed': '7z',
	'application/x-tar': 'tar',
	'application/xml': 'xml',
	'application/zip': 'zip',
	'audio/aac': 'aac',
	'audio/amr': 'amr',
	'audio/flac': 'flac',
	'audio/mp4': 'm4a',
	'audio/mpeg': 'mp3',
	'audio/ogg': 'ogg opus',
	'audio/wav': 'wav',
	'image/bmp': 'bmp',
	'image/gif': 'gif',
	'image/heic': 'heic',
	'image/jpeg': 'jpg jpeg',
	'image/png': 'png',
	'image/svg+xml': 'svg',
	'image/tiff': 'tif tiff',
	'image/vnd.microsoft.icon': 'ico',
	'image/webp': 'webp',
	'message/rfc822': 'eml',
	'text/calendar': 'ics',
	'text/csv': 'csv',
	'text/html': 'html htm',
	'text/markdown': 'md',
	'text/plain': 'txt log',
	'text/tab-separated-values': 'tsv',
	'text/vcard': 'vcf',
	'text/yaml': 'yaml yml',
	'video/mp4': 'mp4',
	'video/mpeg': 'mpeg',
	'video/quicktime': 'mov',
	'video/webm': 'webm',
	'video/x-matroska': 'mkv',
	'video/x-msvideo': 'avi',
};

/** Other names of types, and types that only some senders have, with their extensions. */
const ALIASES: Record<string, string> = {
	'application/javascript': 'js',
	'application/vnd.ms-excel.sheet.macroenabled.12': 'xlsm',
	'application/x-gzip': 'gz',
	'application/x-pdf': 'pdf',
	'application/x-rar-compressed': 'rar',
	'application/x-yaml': 'yaml',
	'application/x-zip-compressed': 'zip',
	'application/yaml': 'yaml',
	'audio/m4a': 'm4a',
	'audio/mp3': 'mp3',
	'audio/opus': 'opus',
	'audio/wave': 'wav',
	'audio/webm': 'weba',
	'audio/x-m4a': 'm4a',
	'audio/x-wav': 'wav',
	'image/avif': 'avif',
	'image/heif': 'heif',
	'image/jpg': 'jpg',
	'image/x-icon': 'ico',
	'text/javascript': 'js',
	'text/x-markdown': 'md',
	'text/xml': 'xml',
	'video/3gpp': '3gp',
	'video/x-m4v': 'm4v',
};

const BYTES = 'application/octet-stream';

/** What servers say of a file whose type they do not know. */
const UNKNOWN = new Set(['', BYTES, 'binary/octet-stream']);

/**
 * Tells the MIME type of a file that has come from a server: what that says, or where it does not
 * know, as Lark with most files, what the extension says.
 *
 * @param said the server's Content-Type without parameters, '' for none
 * @returns application/octet-stream when nothing tells
 */
export function mimeTypeOf(fileName: string, said: string): string {
	if (!UNKNOWN.has(said.toLowerCase())) return said;
	const extension = /\.(\w+)$/.exec(fileName)?.[1].toLowerCase() ?? '';
	const known = Object.entries(TYPES).find(([, ends]) => ends.split(' ').includes(extension));
	return known?.[0] ?? BYTES;
}

/** The usual extension of a MIME type, without its dot; '' for one that is not known. */
export function extensionOf(mimeType: string): string {
	const type = mimeType.split(';')[0].trim().toLowerCase();
	const extensions = Object.hasOwn(TYPES, type) ? TYPES[type] : '';
	return extensions.split(' ')[0] || (Object.hasOwn(ALIASES, type) ? ALIASES[type] : '');
}
