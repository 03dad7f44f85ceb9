import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INode } from 'n8n-workflow';

import { LarkOAuth2Api } from '../../../credentials/LarkOAuth2Api.credentials';
import { findOperation } from '../../../nodes/Lark/description/resources';
import { consoleView } from '../../../sandbox/control/console';
import { documentedEvents } from '../../../sandbox/events/documented-event';
import { newApp } from '../../../sandbox/world/new';
import { DEMO_SCOPES } from '../../../scripts/demo/scopes';

const ROOT = path.join(__dirname, '..', '..', '..');
const read = (...file: string[]) => readFileSync(path.join(ROOT, ...file), 'utf8');

/** Nodes of an example that are ours, by the end of their type. */
function nodesOf(example: string, type: string): INode[] {
	const { nodes } = JSON.parse(read('examples', example)) as { nodes: INode[] };
	return nodes.filter((node) => node.type === `n8n-nodes-lark-im.${type}`);
}

/** Lists of scopes of which one is enough. */
const needs = readdirSync(path.join(ROOT, 'examples'))
	.filter((file) => file.endsWith('.json'))
	.flatMap((example) => [
		...nodesOf(example, 'lark').map(({ name, parameters }) => {
			const { resource = 'message', operation = 'send' } = parameters;
			const endpoints = findOperation(String(resource), String(operation))?.endpoints;
			const scopes =
				typeof endpoints === 'string' ? [] : [...(endpoints?.[0].scopes ?? ['unknown'])];
			return { what: `${example}: ${name}`, scopes };
		}),
		...nodesOf(example, 'larkTrigger').flatMap(({ name, parameters }) =>
			(parameters.events as string[]).map((event) => ({
				what: `${example}: ${name}`,
				scopes: documentedEvents.find(({ type }) => type === event)?.scopes ?? ['unknown'],
			})),
		),
	]);

describe("the demo's app", () => {
	it.each(needs.filter(({ scopes }) => scopes.length > 0))(
		'may do what $what needs',
		({ scopes }) => {
			expect(scopes.some((scope) => DEMO_SCOPES.includes(scope))).toBe(true);
		},
	);

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
