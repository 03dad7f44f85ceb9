import { endpoints } from '../../../sandbox/contract/contract';
import { LarkOAuth2Api } from '../../../credentials/LarkOAuth2Api.credentials';

const { properties } = new LarkOAuth2Api();

describe('the scopes that the Lark OAuth2 credential asks for', () => {
	const scopes = String(properties.find(({ name }) => name === 'scope')?.default).split(' ');

	it('are at most 50, listed once each, with the one for refresh tokens', () => {
		expect(scopes.length).toBeLessThanOrEqual(50);
		expect(new Set(scopes).size).toBe(scopes.length);
		expect(scopes).toContain('offline_access');
	});

	const forPeople = endpoints.filter(
		({ id, tokens }) =>
			/^(im\.|contact\.v3\.user\.(get|find_by_department)$)/.test(id) && tokens.includes('user'),
	);

	it.each(forPeople.map(({ id, scopes: needed }) => [id, needed]))('allow %s', (_id, needed) => {
		expect(needed.length === 0 || needed.some((scope) => scopes.includes(scope))).toBe(true);
	});
});
