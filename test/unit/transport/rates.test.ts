import type { IHttpRequestMethods } from 'n8n-workflow';

import { endpointFor } from '../../../nodes/shared/lark/find';
import { ratesOf } from '../../../nodes/shared/transport/pace/rates';
import { endpoints } from '../../../sandbox/contract/contract';

const ratesFor = (method: string, path: string, body = {}) =>
	ratesOf({ endpoint: endpointFor(method as IHttpRequestMethods, path), path, body });

describe('the limits of a request', () => {
	it('are those that the contract has for each API', () => {
		const documented = endpoints.filter(
			({ rateLimit }) => rateLimit?.perSecond ?? rateLimit?.perMinute,
		);
		expect(documented.length).toBeGreaterThan(90);
		for (const { method, path, rateLimit } of documented) {
			const [{ perSecond, perMinute }] = ratesFor(method, path);
			expect({ method, path, perSecond, perMinute }).toEqual({
				method,
				path,
				perSecond: rateLimit?.perSecond,
				perMinute: rateLimit?.perMinute,
			});
		}
	});

	it.each([
		['POST', '/open-apis/im/v1/messages', { receive_id: 'oc_1' }, 'receiver oc_1', 5],
		['POST', '/open-apis/im/v1/messages/om_1/forward', { receive_id: 'oc_1' }, 'receiver oc_1', 5],
		['POST', '/open-apis/im/v1/threads/omt_1/forward', { receive_id: 'ou_1' }, 'receiver ou_1', 5],
		['POST', '/open-apis/im/v1/messages/merge_forward', { receive_id: 'oc_1' }, 'receiver oc_1', 5],
		['POST', '/open-apis/im/v1/messages/om_1/reply', {}, 'reply om_1', 5],
		['PATCH', '/open-apis/im/v1/messages/om_1', {}, 'card om_1', 5],
		['POST', '/open-apis/im/v1/pins', { message_id: 'om_1' }, 'pin om_1', 5],
		['DELETE', '/open-apis/im/v1/pins/om_1', {}, 'pin om_1', 5],
		['POST', '/open-apis/ephemeral/v1/send', { chat_id: 'oc_1' }, 'ephemeral oc_1', 40],
	])('%s %s counts for its receiver, chat or message, too', (method, url, body, key, perSecond) => {
		expect(ratesFor(method, url, body)[1]).toEqual({ key, perSecond });
	});

	it('are counted for the API, whether its path is a template or has its IDs in it', () => {
		const key = 'POST /open-apis/im/v1/messages/:message_id/reply';
		expect(ratesFor('POST', '/open-apis/im/v1/messages/:message_id/reply')[0].key).toBe(key);
		expect(
			ratesFor('POST', '/open-apis/im/v1/messages/om_dc13264520392913993dd051dba21dcf/reply')[0]
				.key,
		).toBe(key);
		expect(ratesFor('GET', '/open-apis/im/v1/chats')).toHaveLength(1);
		const unknown = (id: string) => ratesFor('GET', `/open-apis/im/v9/chats/${id}/x`)[0].key;
		expect(unknown('oc_1')).toBe(unknown('oc_2'));
	});
});
