import type { Client } from '@larksuiteoapi/node-sdk';
import type { IDataObject } from 'n8n-workflow';

import { BOT } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';
import type { UserIdType } from '../userId';

/** One message to many people and departments (im-v1/batch_message). */

type Receivers = Partial<Record<`${UserIdType | 'department_id'}s`, string[]>>;

/** The endpoint is not in the SDK; typed by im-v1/batch_message. The content is an object, not a text. */
type CreateBatchMessage = (payload?: {
	data: Receivers & { msg_type: string; content: IDataObject };
}) => Promise<{
	data?: {
		message_id: string;
		invalid_department_ids?: string[];
		invalid_open_ids?: string[];
		invalid_user_ids?: string[];
		invalid_union_ids?: string[];
	};
}>;

export const createBatchMessage = endpoint<CreateBatchMessage>(
	'POST',
	'/open-apis/message/v4/batch_send/',
	{
		tokens: BOT,
		scopes: [
			'im:message',
			'im:message:send_as_bot',
			'im:message:send_multi_users',
			'im:message:send_multi_depts',
		],
		doc: 'im-v1/batch_message/ucDO1EjL3gTNx4yN4UTM',
	},
);

export const getBatchProgress = endpoint<Client['im']['v1']['batchMessage']['getProgress']>(
	'GET',
	'/open-apis/im/v1/batch_messages/:batch_message_id/get_progress',
	{
		tokens: BOT,
		scopes: ['im:message:send_multi_depts', 'im:message:send_multi_users'],
		doc: 'im-v1/batch_message/get_progress',
	},
);

export const getBatchReadCount = endpoint<Client['im']['v1']['batchMessage']['readUser']>(
	'GET',
	'/open-apis/im/v1/batch_messages/:batch_message_id/read_user',
	{
		tokens: BOT,
		scopes: ['im:message:send_multi_depts', 'im:message:send_multi_users'],
		doc: 'im-v1/batch_message/read_user',
	},
);

export const recallBatchMessage = endpoint<Client['im']['v1']['batchMessage']['delete']>(
	'DELETE',
	'/open-apis/im/v1/batch_messages/:batch_message_id',
	{
		tokens: BOT,
		scopes: ['im:message:send_multi_depts', 'im:message:send_multi_users'],
		doc: 'im-v1/batch_message/delete',
	},
);
