export interface ImageFormat {
	extension: string;
	contentType: string;
	/** Pixels, where the header tells them simply. */
	width?: number;
	height?: number;
}

interface Signature {
	extension: string;
	contentType: string;
	offset: number;
	magic: string[];
}

/** The formats that im-v1/image/create.md accepts, by their first bytes (latin1). */
const SIGNATURES: Signature[] = [
	{ extension: 'png', contentType: 'image/png', offset: 0, magic: ['\x89PNG\r\n\x1a\n'] },
	{ extension: 'jpg', contentType: 'image/jpeg', offset: 0, magic: ['\xff\xd8\xff'] },
	{ extension: 'gif', contentType: 'image/gif', offset: 0, magic: ['GIF87a', 'GIF89a'] },
	{ extension: 'webp', contentType: 'image/webp', offset: 8, magic: ['WEBP'] },
	{ extension: 'bmp', contentType: 'image/bmp', offset: 0, magic: ['BM'] },
	{ extension: 'ico', contentType: 'image/x-icon', offset: 0, magic: ['\0\0\x01\0'] },
	{ extension: 'tiff', contentType: 'image/tiff', offset: 0, magic: ['II*\0', 'MM\0*'] },
	{
		extension: 'heic',
		contentType: 'image/heic',
		offset: 4,
		magic: ['ftypheic', 'ftypheix', 'ftypmif1'],
	},
];

/** @returns undefined when the bytes are no image that Lark accepts */
export function sniffImage(bytes: Buffer): ImageFormat | undefined {
	const head = bytes.subarray(0, 32).toString('latin1');
	const found = SIGNATURES.find(({ offset, magic }) =>
		magic.some((start) => head.startsWith(start, offset)),
	);
	if (!found) return undefined;
	const { extension, contentType } = found;
	return { extension, contentType, ...dimensions(extension, bytes) };
}

function dimensions(extension: string, bytes: Buffer): { width?: number; height?: number } {
	if (extension === 'png' && bytes.length >= 24) {
		return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
	}
	if (extension === 'gif' && bytes.length >= 10) {
		return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
	}
	return {};
}
