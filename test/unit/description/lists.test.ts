import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { Lark } from '../../../nodes/Lark/Lark.node';
import { EVENT_OPTIONS } from '../../../nodes/shared/trigger/properties/events';

const { properties } = new Lark().description;
const namesOf = ({ options }: INodeProperties) =>
	(options as INodePropertyOptions[]).map(({ name }) => name);
const sorted = (names: string[]) => [...names].sort((a, b) => (a < b ? -1 : 1));

describe('the lists of the editor', () => {
	it('begin with Message, and are sorted by name after it', () => {
		const [resource] = properties.filter(({ name }) => name === 'resource');
		const [first, ...others] = namesOf(resource);
		expect(first).toBe('Message');
		expect(others).toEqual(sorted(others));
	});

	it('have Send, Reply and Send and Wait above the other operations of Message, and all others by name', () => {
		const operations = properties.filter(({ name }) => name === 'operation');
		expect(operations.length).toBeGreaterThan(5);
		for (const property of operations) {
			const isMessage = property.displayOptions?.show?.resource?.includes('message') ?? false;
			const names = namesOf(property);
			if (isMessage)
				expect(names.splice(0, 3)).toEqual(['Send', 'Reply', 'Send and Wait for Response']);
			expect(names).toEqual(sorted(names));
		}
	});

	it('have Message Received above the other events', () => {
		const [first, ...others] = EVENT_OPTIONS.map(({ name }) => name);
		expect(first).toBe('Message Received');
		expect(others).toEqual(sorted(others));
	});
});
