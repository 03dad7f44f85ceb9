import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { endpoints } from '../../../sandbox/contract/contract';
import { Lark } from '../../../nodes/Lark/Lark.node';
import { resources } from '../../../nodes/Lark/actions/resources';

const ACTIONS = path.join(__dirname, '../../../nodes/Lark/actions');

/** Any endpoint, as whoever likes: Lark decides. */
const ANY = 'apiRequest request';

/** The first endpoint that an operation's own documentation names: the one that it is for. */
function endpointsByOperation(): Map<string, string> {
	const files = readdirSync(ACTIONS, { recursive: true, encoding: 'utf8' });
	return new Map(
		files
			.filter((file) => file.endsWith('.operation.ts'))
			.map((file) => {
				const source = readFileSync(path.join(ACTIONS, file), 'utf8');
				const [, endpoint = ''] = /\* ([A-Z]+ \/open-apis[^\s,;.]*)/.exec(source) ?? [];
				const [, value] = /\n\tvalue: '(\w+)'/.exec(source) ?? [];
				return [`${path.dirname(file)} ${value}`, endpoint];
			}),
	);
}

describe('who can run an operation', () => {
	const documented = endpointsByOperation();
	const operations = resources.flatMap((resource) =>
		resource.operations.map((operation) => ({
			...operation,
			id: `${resource.value} ${operation.value}`,
		})),
	);

	it.each(operations.filter(({ id }) => id !== ANY).map((operation) => [operation.id, operation]))(
		'%s: as the contract has it for its endpoint',
		(id, { identities = ['bot'] }) => {
			const endpoint = endpoints.find(
				({ method, path: url }) => `${method} ${url}` === documented.get(id),
			);
			const kinds = { tenant: 'bot', user: 'user', app: 'app' };
			expect(endpoint?.tokens.map((token) => kinds[token])).toEqual(identities);
		},
	);

	it('is asked where there is a choice, and nowhere else', () => {
		const { properties } = new Lark().description;
		for (const { id, identities = ['bot'] } of operations) {
			const [resource, operation] = id.split(' ');
			const asked = properties
				.filter(({ name }) => name === 'authentication')
				.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(resource))
				.filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation));
			const offered = asked.map(({ options = [] }) =>
				options.map((option) => ('value' in option ? option.value : option.name)),
			);
			expect([id, ...offered]).toEqual(identities.join() === 'bot' ? [id] : [id, identities]);
			expect(asked.every((property) => property.default === identities[0])).toBe(true);
		}
	});
});
