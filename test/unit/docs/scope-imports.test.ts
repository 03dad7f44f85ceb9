import { readFileSync } from 'node:fs';

import { needsOf, PURPOSES } from '../../../nodes/shared/purpose/purposes';
import { SCOPES } from '../../../sandbox/world/catalogue';
import { SCOPES_PAGE, withScopeImports } from '../../../scripts/scope-imports';

interface Import {
	scopes: { tenant: string[]; user: string[] };
}

const page = readFileSync(SCOPES_PAGE, 'utf8');

/** The texts to paste, in the order of the page. */
const imports = page
	.split('```text\n')
	.slice(1)
	.map((rest) => rest.split('\n```')[0])
	.filter((text) => text.startsWith('{'))
	.map((text) => JSON.parse(text) as Import);

describe('the scopes to paste', () => {
	it('stand in the documentation as the endpoints have them', () => {
		expect(page).toBe(withScopeImports(page));
	});

	it('are there for each purpose, and for Set Up', () => {
		expect(imports).toHaveLength(PURPOSES.length + 1);
	});

	it.each(PURPOSES.map((purpose, index) => ({ purpose, index })))(
		'have one of the alternatives of everything that $purpose.name needs',
		({ purpose, index }) => {
			const { tenant, user } = imports[index].scopes;
			expect(user).toEqual([]);
			expect(SCOPES).toEqual(expect.arrayContaining(tenant));
			expect(new Set(tenant).size).toBe(tenant.length);
			for (const scopes of needsOf(purpose).alternatives) {
				if (scopes.length > 0) expect(scopes.some((scope) => tenant.includes(scope))).toBe(true);
			}
		},
	);
});
