import { LarkError } from '../../../contract/lark-error';
import { ids } from '../../../world/ids';
import { sniffImage, type ImageFormat } from '../../../world/image-format';
import type { Resource } from '../../../world/types';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';

const MB = 1024 * 1024;
const MAX_IMAGE_BYTES = 10 * MB;
const MAX_FILE_BYTES = 30 * MB;

/** Width and height in pixels (im-v1/image/create.md). */
const MAX_PIXELS = { gif: 2_000, avatar: 4_096, other: 12_000 };

const CONTENT_TYPES: Record<string, string> = {
	opus: 'audio/ogg',
	mp4: 'video/mp4',
	pdf: 'application/pdf',
	doc: 'application/msword',
	xls: 'application/vnd.ms-excel',
	ppt: 'application/vnd.ms-powerpoint',
	stream: 'application/octet-stream',
};

interface FileFields {
	file_type: string;
	file_name: string;
	duration?: number;
}

/** im-v1/image/create.md */
const createImage = handler<{ body: { image_type: string } }>((call, platform) => {
	const { bytes } = call.files.image;
	assertSize(bytes, MAX_IMAGE_BYTES);
	const format = sniffImage(bytes);
	if (!format) throw new LarkError(234011);
	const { image_type: type } = call.body;
	assertResolution(format, type);
	const key = ids.image();
	store(call, platform, {
		key,
		kind: 'image',
		type,
		fileName: `${key}.${format.extension}`,
		contentType: format.contentType,
		bytes,
	});
	return { image_key: key };
});

/** im-v1/file/create.md */
const createFile = handler<{ body: FileFields }>((call, platform) => {
	const { bytes } = call.files.file;
	assertSize(bytes, MAX_FILE_BYTES);
	const { file_type, file_name, duration } = call.body;
	const { key } = store(call, platform, {
		key: ids.file(),
		kind: 'file',
		type: file_type,
		fileName: file_name,
		contentType: CONTENT_TYPES[file_type],
		duration,
		bytes,
	});
	return { file_key: key };
});

export const uploadHandlers: HandlerTable = {
	'im.v1.image.create': createImage,
	'im.v1.file.create': createFile,
};

function assertSize(bytes: Buffer, max: number): void {
	if (bytes.length === 0) throw new LarkError(234010);
	if (bytes.length > max) throw new LarkError(234006);
}

function assertResolution(
	{ extension, width = 0, height = 0 }: ImageFormat,
	imageType: string,
): void {
	const max =
		imageType === 'avatar'
			? MAX_PIXELS.avatar
			: extension === 'gif'
				? MAX_PIXELS.gif
				: MAX_PIXELS.other;
	if (Math.max(width, height) > max) throw new LarkError(234039);
}

function store(call: Call, { world }: Platform, resource: Omit<Resource, 'owner'>): Resource {
	return world.addResource({ ...resource, owner: { type: 'app', appId: call.app.appId } });
}
