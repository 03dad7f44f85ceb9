/** How images start, in Latin-1, by offset. */
const IMAGES: Array<[offset: number, ...starts: string[]]> = [
	[
		0,
		'\x89PNG\r\n\x1a\n',
		'\xff\xd8\xff',
		'GIF87a',
		'GIF89a',
		'BM',
		'\0\0\x01\0',
		'II*\0',
		'MM\0*',
	],
	[4, 'ftypheic', 'ftypheix', 'ftypheim', 'ftyphevc', 'ftypmif1', 'ftypmsf1'],
	[8, 'WEBP'],
];

/** How many bytes from the start of a file the checks need. */
export const HEAD_BYTES = 64;

/**
 * Whether a file starts like an image that Lark takes.
 *
 * @see im-v1/image/create: JPG, JPEG, PNG, WEBP, GIF, BMP, ICO, TIFF, HEIC
 */
export function isImage(head: Buffer): boolean {
	const text = head.toString('latin1');
	return IMAGES.some(([offset, ...starts]) =>
		starts.some((start) => text.startsWith(start, offset)),
	);
}

/** Whether a file starts like a GIF. */
export const isGif = (head: Buffer): boolean => /^GIF8[79]a/.test(head.toString('latin1'));

/** Whether a file starts like an opus recording (RFC 7845, section 3: OpusHead on the first page). */
export const isOpus = (head: Buffer): boolean =>
	/^OggS[^]{24}OpusHead/.test(head.toString('latin1'));

/**
 * The major brands of mp4 videos: of the base format, of MPEG-4, of 3GPP, of cameras and of fragments.
 * QuickTime (qt), audio (M4A, M4B) and pictures (avif, mif1) have the same structure and other brands.
 *
 * @see https://mp4ra.org/registered-types/brands
 */
const MP4_BRAND =
	/^(?:iso[2-9a-c]|isom|mp4[12]|avc1|av01|hvc1|dash|mmp4|mp7[12]|M4V[ HP]|3g[2p][0-9a-z]|msnv|MSNV|XAVC|f4v |F4V |cmf[2cf]|ndsc|NDSC)/;

/** Whether a file starts like an mp4 video (ISO/IEC 14496-12, section 4.3: ftyp and the major brand). */
export function isMp4(head: Buffer): boolean {
	const start = head.toString('latin1', 4, 12);
	return start.startsWith('ftyp') && MP4_BRAND.test(start.slice(4));
}

/** What Lark tells apart of files. */
export type FileType = 'opus' | 'mp4' | 'pdf' | 'doc' | 'xls' | 'ppt' | 'stream';

const BY_EXTENSION = new Map<string, FileType>([
	['pdf', 'pdf'],
	['doc', 'doc'],
	['docx', 'doc'],
	['xls', 'xls'],
	['xlsx', 'xls'],
	['ppt', 'ppt'],
	['pptx', 'ppt'],
]);

const BY_MIME_TYPE: Array<[RegExp, FileType]> = [
	[/^application\/pdf$/, 'pdf'],
	[/^application\/(msword|vnd\.openxmlformats-officedocument\.wordprocessingml\.)/, 'doc'],
	[/^application\/(vnd\.ms-excel|vnd\.openxmlformats-officedocument\.spreadsheetml\.)/, 'xls'],
	[
		/^application\/(vnd\.ms-powerpoint|vnd\.openxmlformats-officedocument\.presentationml\.)/,
		'ppt',
	],
];

/** What `fileTypeOf` needs of a file. */
interface Named {
	fileName: string;
	mimeType: string;
}

/** Tells Lark's type of a document by its extension or else its MIME type; never opus or mp4. */
export function documentTypeOf({ fileName, mimeType }: Named): FileType {
	const extension = /\.(\w+)$/.exec(fileName)?.[1].toLowerCase() ?? '';
	const [, byMimeType] = BY_MIME_TYPE.find(([pattern]) => pattern.test(mimeType)) ?? [];
	return BY_EXTENSION.get(extension) ?? byMimeType ?? 'stream';
}

/**
 * Tells Lark's type of a file: opus and mp4 from its first bytes, otherwise as a document.
 *
 * @see im-v1/file/create, file_type; stream for all others
 */
export function fileTypeOf(file: Named, head: Buffer): FileType {
	if (isOpus(head)) return 'opus';
	return isMp4(head) ? 'mp4' : documentTypeOf(file);
}
