import { endpoints } from '../../../sandbox/contract/contract';
import { Lark } from '../../../nodes/Lark/Lark.node';
import { resources } from '../../../nodes/Lark/description/resources';
import { allowedCallers } from '../../../nodes/Lark/description/actAs';
import type { Endpoint } from '../../../nodes/shared/transport/endpoint';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		id: `${resource.value} ${operation.value}`,
		operation,
		allowed: allowedCallers(operation),
	})),
);

const TOKENS = { tenant: 'bot', user: 'user', app: 'app' };

describe('who can run an operation', () => {
	it('is the bot alone where people answer, for their answers come to the app', () => {
		const waiting = operations.filter(({ operation }) => operation.waits);
		expect(waiting.map(({ id }) => id)).toEqual(['message sendAndWait']);
		for (const { allowed } of waiting) expect(allowed).toEqual(['bot']);
	});

	it.each(
		operations.filter(({ operation: { endpoints: e, waits } }) => typeof e !== 'string' && !waits),
	)(
		'$id: as the contract has it for the endpoint that it is for, and a group bot where there is its webhook',
		({ operation: { endpoints: called }, allowed }) => {
			const [{ method, path }] = called as readonly Endpoint[];
			const documented = endpoints.find(
				(candidate) => candidate.method === method && candidate.path === path,
			);
			const byWebhook = (called as readonly Endpoint[]).some(({ path: p }) => p.includes('/hook/'));
			const tokens = documented?.tokens.map((token) => TOKENS[token]) ?? [];
			expect([...tokens, ...(byWebhook ? ['groupBot'] : [])]).toEqual(allowed);
		},
	);

	it('is asked where there is a choice, and nowhere else', () => {
		const { properties } = new Lark().description;
		for (const { id, allowed } of operations) {
			const [resource, operation] = id.split(' ');
			const asked = properties
				.filter(({ name }) => name === 'authentication')
				.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(resource))
				.filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation));
			const offered = asked.map(({ options = [] }) =>
				options.map((option) => ('value' in option ? option.value : option.name)),
			);
			expect([id, ...offered]).toEqual(allowed.join() === 'bot' ? [id] : [id, allowed]);
			expect(asked.every((property) => property.default === allowed[0])).toBe(true);
		}
	});
});
