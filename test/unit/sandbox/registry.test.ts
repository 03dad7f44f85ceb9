import { handler, openHandler } from '../../../sandbox/api/handler';
import { register } from '../../../sandbox/api/registry';

const nothing = handler(() => ({}));
const openNothing = openHandler(() => ({}));

describe('handlers of all services', () => {
	it('are found by the id of their API', () => {
		const handlers = register([{ 'im.v1.pin.create': nothing }, { 'im.v1.pin.list': nothing }]);
		expect([...handlers.keys()]).toEqual(['im.v1.pin.create', 'im.v1.pin.list']);
	});

	it('cannot be two for one API', () => {
		const table = { 'im.v1.pin.create': nothing };
		expect(() => register([table, { ...table }])).toThrow('Two handlers serve im.v1.pin.create');
	});

	it('must be of an API of the contract', () => {
		expect(() => register([{ 'im.v1.pin.burn': nothing }])).toThrow('no endpoint im.v1.pin.burn');
	});

	it('must take a caller if the API takes a token, and none if not', () => {
		const id = 'auth.v3.tenant_access_token.internal';
		expect(() => register([{ [id]: nothing }])).toThrow(`${id} takes no token`);
		expect(() => register([{ 'im.v1.pin.list': openNothing }])).toThrow(
			'im.v1.pin.list takes a token',
		);
	});
});
