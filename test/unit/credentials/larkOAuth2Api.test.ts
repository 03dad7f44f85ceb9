import { endpoints } from '../../../sandbox/contract/contract';
import { LarkOAuth2Api } from '../../../credentials/LarkOAuth2Api.credentials';

const { properties } = new LarkOAuth2Api();

describe('the dialog of the Lark OAuth2 credential', () => {
	const shown = properties.filter(({ type }) => type !== 'hidden');

	it('begins with what has to be done in Lark, then has region, App ID and App Secret, then the scopes', () => {
		expect(shown.map(({ name }) => name)).toEqual([
			'redirectNotice',
			'region',
			'baseUrl',
			'appId',
			'appSecret',
			'scopes',
		]);
	});

	it('shows no field by a name of oAuth2Api, which the editor would show above all others', () => {
		const ofParent = ['clientId', 'clientSecret', 'scope', 'authUrl', 'grantType'];
		expect(shown.filter(({ name }) => ofParent.includes(name))).toEqual([]);
	});
});

describe('the scopes that the Lark OAuth2 credential asks for', () => {
	const scopes = String(properties.find(({ name }) => name === 'scopes')?.default).split('\n');

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
