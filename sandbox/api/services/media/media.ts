import { LarkError } from '../../../contract/lark-error';
import { ids } from '../../../world/ids';
import { sniffImage, type ImageFormat } from '../../../world/image-format';
import type { Message, Resource } from '../../../world/types';
import { assertMember, messageOf } from '../../checks';
import { Binary, type Call, handler, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';

const MB = 1024 * 1024;
const MAX_IMAGE_BYTES = 10 * MB;
const MAX_FILE_BYTES = 30 * MB;
const MAX_DOWNLOAD_BYTES = 100 * MB;

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

/** im-v1/image/get.md: own images of image_type message. */
const getImage = handler((call, platform) => {
	const image = ownResource(call, platform, call.params.image_key, 'image');
	if (image.type !== 'message')
		throw new LarkError(234001, { ext: 'avatars cannot be downloaded' });
	return download(image);
});

/** im-v1/file/get.md: Content-Disposition comes only to requests with a JSON Content-Type. */
const getFile = handler((call, platform) => {
	const file = ownResource(call, platform, call.params.file_key, 'file');
	const isNamed = (call.headers['content-type'] ?? '').startsWith('application/json');
	return download(file, isNamed);
});

/** im-v1/message/get-2.md: a resource of a message in a chat of the bot. */
const getMessageResource = handler<{ query: { type: string } }>((call, platform) => {
	const { message, chat } = messageOf(call, platform);
	assertMember(call, chat);
	if (message.deleted) throw new LarkError(230110);
	if (['sticker', 'merge_forward', 'interactive'].includes(message.msgType)) {
		throw new LarkError(234043);
	}
	const resource = platform.world.resource(call.params.file_key);
	if (!resource || !contains(message, resource.key)) throw new LarkError(234003);
	if (resource.kind !== call.query.type) throw new LarkError(234001, { ext: 'invalid type' });
	return download(resource);
});

export const mediaHandlers: HandlerTable = {
	'im.v1.image.create': createImage,
	'im.v1.image.get': getImage,
	'im.v1.file.create': createFile,
	'im.v1.file.get': getFile,
	'im.v1.message_resource.get': getMessageResource,
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

function ownResource(
	call: Call,
	{ world }: Platform,
	key: string,
	kind: Resource['kind'],
): Resource {
	const resource = world.resource(key);
	if (resource?.kind !== kind) throw new LarkError(234005);
	const { owner } = resource;
	if (owner.type !== 'app' || owner.appId !== call.app.appId) throw new LarkError(234008);
	return resource;
}

function contains(message: Message, key: string): boolean {
	return message.content.includes(`"${key}"`);
}

function download({ bytes, contentType, fileName }: Resource, isNamed = true): Binary {
	if (bytes.length > MAX_DOWNLOAD_BYTES) throw new LarkError(234037);
	const ascii = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
	const disposition = `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
	return new Binary(bytes, {
		'Content-Type': contentType,
		...(isNamed && { 'Content-Disposition': disposition }),
	});
}
