import { readFileSync } from 'node:fs';

import type { Operation } from '../../nodes/Lark/actions/operation';
import { resources } from '../../nodes/Lark/description/resources';
import { endpointName, TABLES_PAGE, withOperationTables } from '../../scripts/operations-table';
import { endpoints, findRoute } from '../../sandbox/contract/contract';
import messaging from '../../sandbox/contract/endpoints.json';
import { scenarios } from './operations';
import { endpointOf } from './operations/endpoint';
import { play, type Outcome } from './operations/play';

/** With these Lark refuses what is no request at all: unknown or missing fields, values of a wrong type. */
const OUTSIDE_THE_CONTRACT = [9499, 99992402];

/** The endpoints that no operation calls, by their ids, and why. */
const LEFT_OUT: Record<string, RegExp> = {
	'tokens and logging in: the credential': /^(auth|authen|passport|jssdk|mina)\./,
	'names, ranges and other apps: the developer console':
		/^application\.v[67]\.(application_base|application_contacts_range|application_visibility|application\.list|application_app_version\.list|scope\.apply)/,
};

/** In the contract of messaging, and on no page of the documentation. */
const UNDOCUMENTED = ['bot.v2.hook.send', 'im.v1.message.read_status', 'im.v1.message.search'];

/** How many of the documented APIs of messaging the operations reach at least, beside who a person is. It only grows. */
const REACHED = 95;

const operations = resources.flatMap(({ value: resource, operations: listed }) =>
	listed.map((operation) => ({
		key: `${resource}.${operation.value}`,
		resource,
		operation: operation.value,
		declared: declaredBy(operation),
	})),
);

/** Those that ask Lark for something. */
const asking = operations.filter(({ declared }) => declared?.length !== 0);

/** Those that return what Lark refuses as their result. */
const reporting = operations
	.filter(({ resource, operation }) => scenarios[resource][operation]?.reports)
	.map(({ key }) => key);

/** The names of the endpoints that an operation declares, but for asking who the person is. */
function declaredBy({ endpoints: declared }: Operation): string[] | undefined {
	if (declared === 'any') return undefined;
	return declared.map(endpointName).filter((name) => !name.includes('/authen/'));
}

function expectWithinContract({ requests }: Outcome): void {
	expect(requests).not.toEqual([]);
	for (const request of requests) {
		expect(findRoute(request.method, request.path)).toBeDefined();
		expect(OUTSIDE_THE_CONTRACT).not.toContain(request.code);
		expect(request.status).not.toBe(501);
	}
}

describe('every operation', () => {
	/** What the successful runs have called. */
	const called = new Set<string>();

	it('has a scenario', () => {
		const keys = Object.entries(scenarios).flatMap(([resource, listed]) =>
			Object.keys(listed).map((operation) => `${resource}.${operation}`),
		);
		expect(keys.sort()).toEqual(operations.map(({ key }) => key).sort());
	});

	it.each(asking)(
		'$key works within the contract, by the endpoints that it declares',
		async ({ resource, operation, declared }) => {
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
				for (const request of outcome.requests) reached.add(endpointOf(request));
			}
			if (!declared) return;
			expect([...reached].sort()).toEqual([...declared].sort());
			for (const endpoint of reached) called.add(endpoint);
		},
	);

	it.each(asking.filter(({ key }) => !reporting.includes(key)))(
		'$key says what Lark refuses',
		async ({ key, resource, operation }) => {
			const { refused, code } = scenarios[resource][operation];
			if (!refused) throw new Error('The scenario has nothing that Lark refuses');
			const outcome = await play(resource, operation, refused);
			expectWithinContract(outcome);
			expect([key, outcome.requests.at(-1)?.code]).toEqual([key, code]);
			expect(outcome.items).toEqual([]);
			expect(outcome.error).toMatchObject({
				name: 'NodeApiError',
				description: expect.stringMatching(new RegExp(`Lark code ${code}, log ID \\w+`)),
				context: { itemIndex: 0 },
			});
		},
	);

	it('fails when Lark refuses, but for the operations that report it', () => {
		expect(reporting).toEqual(['app.checkSetup', 'message.answerCard']);
	});

	it('asks Lark for something', () => {
		expect(asking).toEqual(operations);
	});

	it('stands in the documentation with the endpoints that it declares', () => {
		const page = readFileSync(TABLES_PAGE, 'utf8');
		expect(page).toBe(withOperationTables(page));
	});

	it('together they reach all of messaging', () => {
		const missed = endpoints
			.filter((endpoint) => !called.has(endpointName(endpoint)))
			.map(({ id }) => id);
		const reasons = Object.values(LEFT_OUT);
		expect(missed.filter((id) => !reasons.some((ids) => ids.test(id)))).toEqual([]);
		expect(reasons.filter((ids) => !missed.some((id) => ids.test(id)))).toEqual([]);
	});

	it('together they reach as many documented APIs as it is said', () => {
		const documented = messaging.filter(({ id }) => !UNDOCUMENTED.includes(id));
		const reached = documented.filter((endpoint) => called.has(endpointName(endpoint)));
		expect(reached.length).toBeGreaterThanOrEqual(REACHED);
	});
});
