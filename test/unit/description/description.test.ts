import { resources } from '../../../nodes/Lark/description/resources';
import { Lark } from '../../../nodes/Lark/Lark.node';

describe('what the editor shows', () => {
	it('starts with an operation that exists, and so does every resource', () => {
		const { properties } = new Lark().description;
		const [{ default: first }] = properties.filter(({ name }) => name === 'resource');
		expect(resources.map(({ value }) => value)).toContain(first);
		for (const { value, operations } of resources) {
			const chosen = properties.find(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions?.show?.resource?.includes(value),
			);
			expect(operations.map((operation) => operation.value)).toContain(chosen?.default);
		}
	});

	it('asks for one credential, and for another one only where that is chosen', () => {
		const { credentials = [] } = new Lark().description;
		const always = credentials.filter(({ displayOptions }) => !displayOptions);
		expect(credentials.length).toBeGreaterThan(0);
		expect(always.filter(({ required }) => required).length).toBeLessThanOrEqual(1);
		if (credentials.length > 1) expect(always).toEqual([]);
	});

	it('hides no field for being about authentication', () => {
		const { credentials = [] } = new Lark().description;
		const conditions = credentials.flatMap(({ displayOptions = {} }) =>
			Object.values(displayOptions),
		);
		const fields = conditions.flatMap((condition) => Object.keys(condition as object));
		expect(fields.length).toBeGreaterThan(0);
		expect(fields.filter((name) => !name.startsWith('/'))).toEqual([]);
	});

	it('is an action, also for AI agents, and takes what people answer to Send and Wait', () => {
		const { usableAsTool, webhooks = [] } = new Lark().description;
		expect(usableAsTool).toBe(true);
		expect(webhooks.map(({ httpMethod }) => httpMethod)).toEqual(['GET', 'POST']);
		for (const { restartWebhook } of webhooks) expect(restartWebhook).toBe(true);
	});
});
