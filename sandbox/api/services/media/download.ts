import { LarkError } from '../../../contract/lark-error';
import type { Message, Resource } from '../../../world/types';
import { assertMember, messageOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import { Binary } from '../../result';
import type { Platform } from '../../platform';

const MAX_BYTES = 100 * 1024 * 1024;

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

export const downloadHandlers: HandlerTable = {
	'im.v1.image.get': getImage,
	'im.v1.file.get': getFile,
	'im.v1.message_resource.get': getMessageResource,
};

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
	if (bytes.length > MAX_BYTES) throw new LarkError(234037);
	const ascii = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
	const disposition = `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
	return new Binary(bytes, {
		'Content-Type': contentType,
		...(isNamed && { 'Content-Disposition': disposition }),
	});
}
