import type { IHttpRequestMethods } from 'n8n-workflow';

import { endpointFor } from '../../../nodes/shared/lark/find';
import { createChat, getChat } from '../../../nodes/shared/lark/chats';
import { createMessage } from '../../../nodes/shared/lark/messages';
import { isRepeatable, withUuid } from '../../../nodes/shared/transport/request';

it.each([
	['POST', '/open-apis/im/v1/messages', true, true],
	['POST', '/open-apis/im/v1/messages', false, false],
	['POST', '/open-apis/message/v4/batch_send/', false, false],
	['POST', '/open-apis/ephemeral/v1/send', false, false],
	['POST', '/open-apis/im/v1/images', false, true],
	['POST', '/open-apis/contact/v3/users/batch_get_id', false, true],
	['PATCH', '/open-apis/im/v1/messages/:message_id', false, true],
	['PATCH', '/open-apis/im/v1/messages/:message_id/urgent_sms', false, false],
	['PUT', '/open-apis/im/v1/chats/:chat_id', false, true],
	['POST', '/open-apis/calendar/v4/calendars/search', false, false],
	['POST', '/open-apis/drive/v1/files', false, false],
	['POST', '/open-apis/drive/v1/files', true, false],
	['GET', '/open-apis/im/v1/chats', false, true],
	['DELETE', '/open-apis/im/v1/messages/:message_id', false, true],
])('%s %s (uuid: %s) may be repeated: %s', (method, path, hasUuid, expected) => {
	const given = hasUuid ? { uuid: '1' } : {};
	const endpoint = endpointFor(method as IHttpRequestMethods, path);
	expect(isRepeatable({ endpoint, path, query: given, body: given })).toBe(expected);
});

describe('withUuid', () => {
	it('puts the uuid where the endpoint takes it', () => {
		const { path } = createMessage;
		expect(withUuid({ endpoint: createMessage, path, body: { a: 1 } }, 'u').body).toEqual({
			a: 1,
			uuid: 'u',
		});
		expect(withUuid({ endpoint: createChat, path }, 'u').query).toEqual({ uuid: 'u' });
	});

	it('leaves a request without a uuid as it is', () => {
		const request = { endpoint: createMessage, path: createMessage.path };
		expect(withUuid(request, undefined)).toBe(request);
	});

	it('refuses a uuid for an endpoint that takes none', () => {
		expect(() => withUuid({ endpoint: getChat, path: getChat.path }, 'u')).toThrow('no uuid');
	});
});
