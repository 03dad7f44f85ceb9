import { readFileSync } from 'node:fs';
import path from 'node:path';

import { LarkOAuth2Api } from '../../../credentials/LarkOAuth2Api.credentials';
import { consoleView } from '../../../sandbox/control/console';
import { newApp } from '../../../sandbox/world/new';
import { DEMO_SCOPES } from '../../../scripts/demo/scopes';
import { exampleNeeds } from '../../support/example-needs';

const ROOT = path.join(__dirname, '..', '..', '..');
const read = (...file: string[]) => readFileSync(path.join(ROOT, ...file), 'utf8');

describe("the demo's app", () => {
	it.each(exampleNeeds)('may do what $node of $example needs', ({ scopes }) => {
		expect(scopes.some((scope) => DEMO_SCOPES.includes(scope))).toBe(true);
	});

	it('has scopes that the developer console of the sandbox lists', () => {
		const { scopes } = consoleView(newApp('lark', { scopes: [] }), 0);
		expect(scopes.map(({ name }) => name)).toEqual(expect.arrayContaining(DEMO_SCOPES));
	});

	it('has the scopes that docs/app.md asks for first', () => {
		const [table] = read('docs', 'app.md').split('Other operations need further scopes');
		const asked = [...table.matchAll(/^\| `([a-z_.:]+)`/gm)].map(([, scope]) => scope);
		expect(asked.length).toBeGreaterThan(5);
		expect(DEMO_SCOPES).toEqual(expect.arrayContaining(asked));
	});

	it('has the scopes that the OAuth2 credential asks for', () => {
		const { properties } = new LarkOAuth2Api();
		const scopes = String(properties.find(({ name }) => name === 'scopes')?.default).split('\n');
		expect(scopes.length).toBeGreaterThan(5);
		expect(DEMO_SCOPES).toEqual(expect.arrayContaining(scopes));
	});
});
