import { endpoints as documented, type Endpoint } from '../../../sandbox/contract/contract';
import { endpointFor, endpoints } from '../../../nodes/shared/lark/find';

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

const contractOf = (name: string): Endpoint | undefined =>
	documented.find((candidate) => nameOf(candidate) === name);

const TOKENS = { tenant: 'bot', user: 'user', app: 'app' };

/** Who may call: the key of a group bot stands in the path, in place of a token. */
const callersOf = (contract?: Endpoint) =>
	contract?.pathParams.some(({ name }) => name === 'hook_id')
		? ['groupBot']
		: contract?.tokens.map((token) => TOKENS[token]);

describe('every endpoint', () => {
	it.each(endpoints.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
		'%s has the tokens, scopes and limits of the contract',
		(name, { tokens, scopes, rate, doc }) => {
			const contract = contractOf(name);
			expect(callersOf(contract)).toEqual(tokens);
			expect(contract?.scopes).toEqual(scopes);
			if (contract?.rateLimit) expect(rate).toEqual(contract.rateLimit);
			expect(doc).toMatch(/\w/);
		},
	);

	it('stands there once', () => {
		const names = endpoints.map(nameOf);
		expect(new Set(names).size).toBe(names.length);
	});

	it('takes a uuid where the contract has one, and nowhere else', () => {
		for (const endpoint of endpoints) {
			const { query = [], body = [] } = contractOf(nameOf(endpoint)) ?? {};
			const places = [
				...(body.some(({ name }) => name === 'uuid') ? ['body.uuid'] : []),
				...(query.some(({ name }) => name === 'uuid') ? ['query.uuid'] : []),
			];
			const taken = endpoint.repeat.endsWith('uuid') ? [endpoint.repeat] : [];
			expect([nameOf(endpoint), taken]).toEqual([nameOf(endpoint), places]);
		}
	});
});

describe('endpointFor', () => {
	it.each([
		['GET', '/open-apis/im/v1/chats/search', '/open-apis/im/v1/chats/search'],
		['GET', '/open-apis/im/v1/chats/oc_1', '/open-apis/im/v1/chats/:chat_id'],
		['POST', '/open-apis/message/v4/batch_send', '/open-apis/message/v4/batch_send/'],
		['GET', '/open-apis/im/v9/chats/oc_1', '/open-apis/im/v9/chats/:id'],
	] as const)('%s %s is %s', (method, path, template) => {
		expect(endpointFor(method, path).path).toBe(template);
	});

	it('never repeats a request that changes something unknown', () => {
		expect(endpointFor('POST', '/open-apis/drive/v1/files/search').repeat).toBe('never');
		expect(endpointFor('PUT', '/open-apis/drive/v1/files/x').repeat).toBe('always');
	});
});
