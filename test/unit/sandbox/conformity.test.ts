import { handlers } from '../../../sandbox/api/services';
import { endpointById, type Field } from '../../../sandbox/contract/contract';
import { applicationCalls } from './conformity/applications';
import type { Calls } from './conformity/calls';
import { cardCalls } from './conformity/cards';
import { chatCalls } from './conformity/chats';
import { messageCalls } from './conformity/messages';
import { otherCalls } from './conformity/others';
import { bench } from './support';

/** A successful call of every API that answers JSON, by contract id. */
const CALLS: Calls = {
	...otherCalls,
	...cardCalls,
	...messageCalls,
	...chatCalls,
	...applicationCalls,
};

/** @returns everything in an answer that the contract's response tree does not have, or has otherwise */
function deviations(value: unknown, fields: Field[], path = ''): string[] {
	return Object.entries(value as object).flatMap(([name, member]) => {
		const field = fields.find((candidate) => candidate.name === name);
		const here = `${path}${name}`;
		if (!field) return [`${here} is not in the contract`];
		const listed = field.type === 'list' ? 'string[]' : field.type;
		const items: unknown[] = listed.endsWith('[]') ? (member as unknown[]) : [member];
		if (!Array.isArray(items)) return [`${here} is no list`];
		return items.flatMap((item) => {
			const type = listed.replace('[]', '');
			const expected = { string: 'string', int: 'number', boolean: 'boolean' }[type] ?? 'object';
			if (typeof item !== expected) return [`${here} is ${typeof item} instead of ${expected}`];
			if (type.startsWith('map<')) return [];
			return expected === 'object' ? deviations(item, field.children ?? [], `${here}.`) : [];
		});
	});
}

describe('answers against the response trees of the contract', () => {
	const served = [...handlers].flatMap(([id, { takes }]) => (takes === 'request' ? [] : [id]));
	const withJson = served.filter((id) => !endpointById(id).responseType);

	it('cover everything that is served', () => {
		expect(Object.keys(CALLS).sort()).toEqual(withJson.sort());
	});

	it.each(withJson)('%s', async (id) => {
		const { body } = await CALLS[id](await bench());
		expect(body).toMatchObject({ code: 0 });
		expect(deviations(body, endpointById(id).response)).toEqual([]);
	});

	it('would find a field that is unknown or of another type', () => {
		const { response } = endpointById('im.v1.image.create');
		const answer = { code: '0', msg: 'success', data: { image_key: 'x', size: 1 } };
		expect(deviations(answer, response)).toEqual([
			'code is string instead of number',
			'data.size is not in the contract',
		]);
	});
});
