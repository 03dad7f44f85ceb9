import type { IDataObject } from 'n8n-workflow';

import { readJsonOrText } from '../../../shared/content/json';
import { asObject, pick } from '../common/simplify';
import type { Operation } from '../operation';
import { contentKeys, readableText } from './readable';

const FIELDS = [
	'message_id',
	'root_id',
	'parent_id',
	'thread_id',
	'upper_message_id',
	'chat_id',
	'msg_type',
	'create_time',
	'deleted',
];

/**
 * A message with its content as readable text and the keys in it, for a download or a next call;
 * without what is the same for all messages (im-v1/message/get, im-v1/message/list).
 */
export const simpleMessage: Operation['simplify'] = (message) => {
	const content = readJsonOrText(asObject(message.body).content);
	const mentions = ((message.mentions ?? []) as IDataObject[]).map((mention) =>
		pick(mention, ['key', 'id', 'name']),
	);
	const keys = contentKeys(String(message.msg_type), content);
	return {
		...pick(message, FIELDS),
		sender: pick(asObject(message.sender), ['id', 'sender_type']),
		text: readableText(content, mentions),
		...(keys && { content: keys }),
		...(mentions.length > 0 && { mentions }),
	};
};
