import { BOT, BOT_OR_USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Images and files: what is uploaded has a key (im-v1/image, im-v1/file). */

/** The SDK has a form of its own for uploads; typed by im-v1/image/create. */
type CreateImage = () => Promise<{ data?: { image_key: string } }>;

export const createImage = endpoint<CreateImage>('POST', '/open-apis/im/v1/images', {
	tokens: BOT_OR_USER,
	scopes: ['im:resource', 'im:resource:upload'],
	repeat: 'always',
	doc: 'im-v1/image/create',
});

/** The SDK has a form of its own for uploads; typed by im-v1/file/create. */
type CreateFile = () => Promise<{ data?: { file_key: string } }>;

export const createFile = endpoint<CreateFile>('POST', '/open-apis/im/v1/files', {
	tokens: BOT_OR_USER,
	scopes: ['im:resource', 'im:resource:upload'],
	repeat: 'always',
	doc: 'im-v1/file/create',
});

export const downloadImage = endpoint('GET', '/open-apis/im/v1/images/:image_key', {
	tokens: BOT,
	scopes: [],
	doc: 'im-v1/image/get',
});

export const downloadFile = endpoint('GET', '/open-apis/im/v1/files/:file_key', {
	tokens: BOT,
	scopes: [],
	doc: 'im-v1/file/get',
});

export const downloadMessageResource = endpoint(
	'GET',
	'/open-apis/im/v1/messages/:message_id/resources/:file_key',
	{
		tokens: BOT,
		scopes: ['im:message', 'im:message:readonly', 'im:message.history:readonly'],
		doc: 'im-v1/message/get-message-resource',
	},
);
