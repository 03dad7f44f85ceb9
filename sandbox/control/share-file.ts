import { ids } from '../world/ids';
import { sniffImage } from '../world/image-format';
import type { Resource, Sender } from '../world/types';
import type { World } from '../world/world';

/** A file that a person sends. */
export interface SharedFile {
	name: string;
	bytes: Buffer;
	/** How it is sent; by default an image that is one, and everything else as a file. */
	as?: 'file' | 'image' | 'audio' | 'media';
	/** Of voice and video, in milliseconds. */
	duration?: number;
}

/** What the client takes as the picture of a video whose first frame is not known: one grey pixel. */
const COVER = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
	'base64',
);

const TYPES = {
	file: { type: 'stream', contentType: 'application/octet-stream' },
	audio: { type: 'opus', contentType: 'audio/ogg' },
	media: { type: 'mp4', contentType: 'video/mp4' },
};

/**
 * Stores a file that a person sends.
 *
 * @returns type and content of the message
 * @throws Error for an empty file, or an image that is none
 */
export function shareFile(world: World, owner: Sender, file: SharedFile) {
	const { name, bytes, duration = 0 } = file;
	if (bytes.length === 0) throw new Error('The file is empty');
	const image = sniffImage(bytes);
	const kind = file.as ?? (image ? 'image' : 'file');
	if (kind === 'image') {
		if (!image) throw new Error(`${name} is no image`);
		const image_key = storeImage(world, owner, name, bytes, image.contentType);
		return { msgType: 'image', content: JSON.stringify({ image_key }) };
	}
	const stored: Resource = {
		...TYPES[kind],
		key: ids.file(),
		kind: 'file',
		owner,
		fileName: name,
		bytes,
	};
	if (kind !== 'file') stored.duration = duration;
	const { key: file_key } = world.addResource(stored);
	return { msgType: kind, content: JSON.stringify(contentOf(kind)) };

	function contentOf(type: 'file' | 'audio' | 'media') {
		if (type === 'audio') return { file_key, duration };
		if (type === 'file') return { file_key, file_name: name };
		const image_key = storeImage(world, owner, 'cover.png', COVER, 'image/png');
		return { file_key, image_key, file_name: name, duration };
	}
}

function storeImage(
	world: World,
	owner: Sender,
	fileName: string,
	bytes: Buffer,
	contentType: string,
): string {
	const [key, kind] = [ids.image(), 'image' as const];
	return world.addResource({ key, kind, type: 'message', owner, fileName, contentType, bytes }).key;
}
