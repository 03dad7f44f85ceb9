import { ownServerOf, webhookEndpointOf } from '../../../nodes/shared/application/ownServer';

const n8n = (globalConfig: object) => ({
	workflow: { nodeTypes: { loadNodesAndCredentials: { globalConfig } } },
});

describe('the server of the process', () => {
	it.each([
		[{ protocol: 'http', port: 5678, listen_address: '::' }, 'http://127.0.0.1:5678'],
		[{ protocol: 'http', port: 80, listen_address: '0.0.0.0' }, 'http://127.0.0.1'],
		[{ protocol: 'http', port: 5678, listen_address: '10.0.0.7' }, 'http://10.0.0.7:5678'],
		[{ protocol: 'http', port: 5678, listen_address: '::1' }, 'http://[::1]:5678'],
		// As n8n does it: a proxy in front of it has the certificate.
		[{ protocol: 'https', port: 5678, listen_address: '::' }, 'http://127.0.0.1:5678'],
		[
			{ protocol: 'https', port: 5678, listen_address: '::', ssl_key: '/k', ssl_cert: '/c' },
			'https://127.0.0.1:5678',
		],
	])('listens as its settings %j say', (settings, address) => {
		expect(ownServerOf(n8n(settings))).toBe(address);
	});

	it.each([
		{},
		n8n({}),
		n8n({ port: '5678', listen_address: '::' }),
		n8n({ port: 5678, listen_address: 'a b' }),
		n8n({ port: 5678, listen_address: 7 }),
		{ workflow: {} },
	])('is unknown in %j', (context) => expect(ownServerOf(context)).toBeUndefined());

	it.each([
		[n8n({ endpoints: { webhook: 'hooks/live' } }), 'hooks/live'],
		[n8n({ endpoints: {} }), 'webhook'],
		[n8n({ endpoints: { webhook: '' } }), 'webhook'],
		[{}, 'webhook'],
	])('takes the webhooks of %j under %s', (context, endpoint) =>
		expect(webhookEndpointOf(context)).toBe(endpoint),
	);
});
