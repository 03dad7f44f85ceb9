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
	[8, 'WEBP'],
];

/** How many bytes from the start of a file the checks need. */
export const HEAD_BYTES = 64;

/**
 * The brands of a file that starts with a box `ftyp`: the major one, and the compatible ones as far as they
 * are seen (ISO/IEC 14496-12, section 4.3).
 *
 * @param text the first bytes, in Latin-1
 */
function brandsIn(text: string): string[] {
	const end = Buffer.from(text.slice(0, 4), 'latin1').readUInt32BE(0);
	return [text.slice(8, 12), ...(text.slice(16, end).match(/[^]{4}/g) ?? [])];
}

/** Pictures and sequences of HEVC (ISO/IEC 23008-12, annex B). */
const HEIC_BRAND = /^he(ic|ix|im|is|vc|vx|vm|vs)$/;

/** The brands of pictures and sequences of this structure, whatever is in them. */
const GENERAL_BRANDS = ['mif1', 'msf1', 'miaf'];

/** HEIC, also under a general brand, unless that names another codec alone; not AVIF, which Lark does not take. */
function isHeic(text: string): boolean {
	if (!text.startsWith('ftyp', 4)) return false;
	const [major, ...compatible] = brandsIn(text);
	if (compatible.some((brand) => /^avi[fs]$/.test(brand))) return false;
	if (HEIC_BRAND.test(major)) return true;
	const isGeneral = major === 'mif1' || major === 'msf1';
	const codecs = compatible.filter((brand) => !GENERAL_BRANDS.includes(brand));
	return isGeneral && (codecs.length === 0 || codecs.some((brand) => HEIC_BRAND.test(brand)));
}

/**
 * Whether a file starts like an image that Lark takes.
 *
 * @see im-v1/image/create: JPG, JPEG, PNG, WEBP, GIF, BMP, ICO, TIFF, HEIC
 */
export function isImage(head: Buffer): boolean {
	const text = head.toString('latin1');
	if (isHeic(text)) return true;
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
 * The major brands of mp4 videos. QuickTime (qt), audio (M4A, M4B), pictures (avif, mif1) and segments
 * of streams (msdh, cmfs) have the same structure and other brands.
 *
 * @see https://mp4ra.org/registered-types/brands; M4VH, M4VP, f4v and ND.. are of encoders that did not register them
 */
const MP4_BRANDS = new Set([
	...['isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'iso7', 'iso8', 'iso9'],
	...['isoa', 'isob', 'isoc', 'isod', 'mp41', 'mp42', 'mp71', 'avc1', 'av01', 'hvc1', 'dby1'],
	...[
		'dash',
		'cmf2',
		'cmfc',
		'cmff',
		'piff',
		'ccff',
		'uvvu',
		'M4V ',
		'M4VH',
		'M4VP',
		'f4v ',
		'F4V ',
	],
	...[
		'MSNV',
		'msnv',
		'mmp4',
		'mp72',
		'senv',
		'MGSV',
		'NDSC',
		'NDSH',
		'NDSM',
		'NDSP',
		'NDSS',
		'ndsc',
	],
	...['XAVC', 'XFVC', 'CAEP', 'caqv', 'pana', 'niko', 'LCAG', 'dxo ', 'ifrm', 'pnvi'],
]);

/** Brands of 3GPP (3gp4, 3gr6, 3gs9 ...) and 3GPP2 (3g2a ...), without its segments of streams. */
const MOBILE_BRAND = /^3g[2eghprst][0-9a-z]$/;

/** Whether a file starts like an mp4 video (ISO/IEC 14496-12, section 4.3: ftyp and the major brand). */
export function isMp4(head: Buffer): boolean {
	if (head.toString('latin1', 4, 8) !== 'ftyp') return false;
	const brand = head.toString('latin1', 8, 12);
	return MP4_BRANDS.has(brand) || MOBILE_BRAND.test(brand);
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
