import type { INodeParameters } from 'n8n-workflow';

import { resources } from '../../nodes/Lark/description/resources';
import { findRoute } from '../../sandbox/contract/contract';
import { openLarkNode, type LarkNode } from './lark-node';
import { scenarios, Preparation } from './operations';
import { withoutTokens } from './operations/endpoint';
import { signIn } from './operations/play';

const lists = resources.flatMap(({ value: resource, operations }) =>
	operations
		.filter(({ properties }) => properties.some(({ name }) => name === 'returnAll'))
		.map(({ value: operation }) => ({
			key: `${resource}.${operation}`,
			resource,
			operation,
		})),
);

describe('every operation that lists', () => {
	let lark: LarkNode;

	beforeEach(async () => {
		lark = await openLarkNode();
	});
	afterEach(async () => await lark.sandbox.close());

	/** @param page with which Lark answers every request, instead of what there is */
	const list = async (
		resource: string,
		operation: string,
		more: INodeParameters,
		page?: object,
	) => {
		await signIn(lark, resource, operation);
		const { parameters } = await scenarios[resource][operation].works[0](new Preparation(lark));
		lark.sandbox.requests.length = 0;
		const all = { resource, operation, ...parameters, ...more } as INodeParameters;
		const heal = page && answerWith(page);
		const result = await lark.run(all);
		heal?.();
		return { ...result, requests: withoutTokens(lark.sandbox.requests) };
	};

	/** Lark answers every request with one record and this. */
	const answerWith = (page: object) =>
		lark.sandbox.intercept(({ path }) =>
			path.includes('/auth/')
				? undefined
				: {
						status: 200,
						body: {
							code: 0,
							data: {
								items: [{ n: 1 }],
								users: [{ n: 1 }],
								ip_list: ['203.0.113.1'],
								...page,
							},
						},
					},
		);

	it('there are several', () => expect(lists.length).toBeGreaterThan(5));

	it.each(lists)('$key gives one item per record', async ({ resource, operation }) => {
		const { items, error } = await list(resource, operation, { returnAll: true });
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
		for (const { json, pairedItem } of items) {
			expect(json).not.toHaveProperty('has_more');
			expect(json).not.toHaveProperty('page_token');
			expect(pairedItem).toEqual({ item: 0 });
		}
	});

	it.each(lists)(
		'$key takes a limit above the page size of Lark',
		async ({ resource, operation }) => {
			const { requests, error } = await list(resource, operation, { limit: 100_000 });
			expect(error).toBeUndefined();
			for (const { method, path, query } of requests) {
				const fields = findRoute(method, path)?.endpoint.query ?? [];
				const { max } = fields.find(({ name }) => name === 'page_size') ?? {};
				expect(Number(query.page_size)).toBeLessThanOrEqual(max ?? 0);
			}
		},
	);

	it.each(lists)(
		'$key ends when Lark says that there is more and gives no token',
		async ({ resource, operation }) => {
			for (const page_token of [undefined, '']) {
				const page = { has_more: true, page_token };
				const all = { returnAll: true };
				const { items, requests } = await list(resource, operation, all, page);
				expect(items).toHaveLength(1);
				expect(requests).toHaveLength(1);
			}
		},
	);

	it.each(lists)(
		'$key ends when Lark gives the same token for ever',
		async ({ resource, operation }) => {
			const page = { has_more: true, page_token: 'again' };
			const all = { returnAll: true };
			const { items, requests } = await list(resource, operation, all, page);
			expect(items).toHaveLength(2);
			expect(requests).toHaveLength(2);
		},
	);

	it('API Request and the list of who can write end, too', async () => {
		const heal = answerWith({ has_more: true, page_token: '', moderation_setting: 'x' });
		const prepared = new Preparation(lark);
		const moderation = await lark.run({
			resource: 'chat',
			operation: 'getSpeakingPermissions',
			...prepared.chat(),
		});
		expect(moderation.items).toHaveLength(1);
		const { items } = await lark.run({
			resource: 'apiRequest',
			operation: 'request',
			path: '/open-apis/im/v1/chats',
			options: { pagination: { pages: { returnAll: true } } },
		});
		heal();
		expect(items).toHaveLength(1);
	});

	it('the pickers end, too', async () => {
		const heal = answerWith({ has_more: true });
		const { paginationToken } = await lark.pick('searchChats');
		heal();
		expect(paginationToken).toBeUndefined();
	});
});
