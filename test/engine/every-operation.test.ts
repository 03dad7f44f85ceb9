import { readFileSync, writeFileSync } from 'node:fs';

import { resources } from '../../nodes/Lark/description/resources';
import {
	ANY_ENDPOINT,
	operationKey,
	UPDATE_TABLES,
	withOperationTables,
} from '../../scripts/operations-table';
import { endpoints, findRoute } from '../../sandbox/contract/contract';
import { scenarios } from './operations';
import { endpointName, endpointOf } from './operations/endpoint';
import { TABLES_FILE } from './operations/listed';
import { play, type Outcome } from './operations/play';

/** With these Lark refuses what is no request at all: unknown or missing fields, values of a wrong type. */
const OUTSIDE_THE_CONTRACT = [9499, 99992402];

/** The endpoints that no operation calls, by their ids, and why. */
const LEFT_OUT: Record<string, RegExp> = {
	'tabs of a chat: not yet': /^im\.v1\.chat_tab\./,
	'menus of a chat: not yet': /^im\.v1\.chat_menu_/,
	'feed cards and their buttons: not yet': /^im\.v2\.(app_feed_card|feed_card|chat_button)/,
	'CardKit: not yet': /^cardkit\./,
	'URL previews: not yet': /^im\.v2\.url_preview\./,
	'tokens and logging in: the credential': /^(auth|authen|passport|jssdk|mina)\./,
	'addresses that events come from: the administrator': /^event\./,
	'the directory, beyond finding whom to write to': /^(contact\.v3|search\.v1)\./,
};

const operations = resources.flatMap(({ value: resource, operations: listed }) =>
	listed.map(({ value: operation }) => ({
		key: operationKey(resource, operation),
		resource,
		operation,
	})),
);

function expectWithinContract({ requests }: Outcome): void {
	expect(requests).not.toEqual([]);
	for (const request of requests) {
		expect(findRoute(request.method, request.path)).toBeDefined();
		expect(OUTSIDE_THE_CONTRACT).not.toContain(request.code);
		expect(request.status).not.toBe(501);
	}
}

describe('every operation', () => {
	/** What the successful runs have called, in the order of first use. */
	const called = new Map<string, string[]>();

	it('has a scenario', () => {
		const keys = Object.entries(scenarios).flatMap(([resource, listed]) =>
			Object.keys(listed).map((operation) => operationKey(resource, operation)),
		);
		expect(keys.sort()).toEqual(operations.map(({ key }) => key).sort());
	});

	it.each(operations)('$key works within the contract', async ({ key, resource, operation }) => {
		const { works } = scenarios[resource][operation];
		expect(works).not.toEqual([]);
		const reached = new Set<string>();
		for (const prepare of works) {
			const outcome = await play(resource, operation, prepare);
			expect(outcome.error).toBeUndefined();
			expect(outcome.items).not.toEqual([]);
			for (const { pairedItem } of outcome.items) expect(pairedItem).toEqual({ item: 0 });
			expectWithinContract(outcome);
			expect(outcome.requests.at(-1)?.status).toBe(200);
			// What was looked up or uploaded first is second to what it was for.
			for (const request of [...outcome.requests].reverse()) reached.add(endpointOf(request));
		}
		called.set(key, resource === 'apiRequest' ? [ANY_ENDPOINT] : [...reached]);
	});

	it.each(operations)('$key says what Lark refuses', async ({ key, resource, operation }) => {
		const { refused, code } = scenarios[resource][operation];
		const outcome = await play(resource, operation, refused);
		expectWithinContract(outcome);
		expect([key, outcome.requests.at(-1)?.code]).toEqual([key, code]);
		expect(outcome.items).toEqual([]);
		expect(outcome.error).toMatchObject({
			name: 'NodeApiError',
			description: expect.stringMatching(new RegExp(`Lark code ${code}, log ID \\w+`)),
			context: { itemIndex: 0 },
		});
	});

	it('stands in docs/operations.md with the endpoints that it calls', () => {
		const page = readFileSync(TABLES_FILE, 'utf8');
		const derived = withOperationTables(page, called);
		if (process.env[UPDATE_TABLES]) writeFileSync(TABLES_FILE, derived);
		else expect(page).toBe(derived);
	});

	it('together they reach all of messaging', () => {
		const reached = new Set([...called.values()].flat());
		const missed = endpoints
			.filter((endpoint) => !reached.has(endpointName(endpoint)))
			.map(({ id }) => id);
		const reasons = Object.values(LEFT_OUT);
		expect(missed.filter((id) => !reasons.some((ids) => ids.test(id)))).toEqual([]);
		expect(reasons.filter((ids) => !missed.some((id) => ids.test(id)))).toEqual([]);
	});
});
