import { endpoints, findRoute, type Field } from '../../../sandbox/contract/contract';
import { compileJson, compileText } from '../../../sandbox/contract/schema';

const fieldsOf = (fields: Field[]): Field[] =>
	fields.flatMap((field) => [field, ...fieldsOf(field.children ?? [])]);

describe('the contract', () => {
	it('has every documented API once', () => {
		const routes = endpoints.map(({ method, path }) => `${method} ${path}`);
		expect(routes).toHaveLength(133);
		expect(new Set(routes).size).toBe(133);
	});

	it('has the same path parameters in its paths and in its tables', () => {
		for (const { path, pathParams } of endpoints) {
			const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]);
			expect(pathParams.map((field) => field.name)).toEqual(inPath);
		}
	});

	it('compiles to validators', () => {
		for (const endpoint of endpoints) {
			compileText(endpoint.pathParams);
			compileText(endpoint.query);
			compileJson(endpoint.body);
		}
	});

	it('has no two fields of one name in a request', () => {
		for (const { query, body } of endpoints) {
			for (const fields of [query, body, ...fieldsOf(body).map((field) => field.children ?? [])]) {
				const names = fields.map((field) => field.name);
				expect(new Set(names).size).toBe(names.length);
			}
		}
	});

	it.each([
		['/open-apis/im/v1/chats/search', 'im.v1.chat.search', {}],
		['/open-apis/im/v1/chats/oc_1', 'im.v1.chat.get', { chat_id: 'oc_1' }],
		['/open-apis/im/v1/images/a%2Fb', 'im.v1.image.get', { image_key: 'a/b' }],
	])('%s is %s', (path, id, pathParams) => {
		expect(findRoute('GET', path)).toMatchObject({ endpoint: { id }, pathParams });
	});

	it.each([
		['POST', '/open-apis/message/v4/batch_send/', 'message.v4.batch_send'],
		['POST', '/open-apis/message/v4/batch_send', 'message.v4.batch_send'],
		['GET', '/open-apis/bot/v3/info/', 'bot.v3.info.get'],
		['POST', '/open-apis/im/v1/messages/', 'im.v1.message.create'],
		['GET', '/open-apis/im/v1/chats/oc_1/', 'im.v1.chat.get'],
	])('%s %s is %s: a slash at the end makes no difference', (method, path, id) => {
		expect(findRoute(method, path)).toMatchObject({ endpoint: { id } });
	});

	it('two slashes at the end are no address', () => {
		expect(findRoute('GET', '/open-apis/bot/v3/info//')).toBeUndefined();
	});

	it('a required parameter of a path cannot be empty', () => {
		expect(findRoute('GET', '/open-apis/im/v1/chats/')).toBeUndefined();
	});
});
