import {
	isINodePropertiesList,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
} from 'n8n-workflow';

import { allowedCallers } from '../../nodes/Lark/description/actAs';
import { resources } from '../../nodes/Lark/description/resources';
import { mp4Bytes } from '../support/media';
import { COMPANIONS, FIELDS_OF_THE_RUN } from '../support/wrong-values/companions';
import { complaint } from '../support/wrong-values/complaint';
import { fieldsOf, type Field } from '../support/wrong-values/fields';
import { isRight, wrongValues } from '../support/wrong-values/values';
import { itemWithFile } from './harness';
import { items, openLarkNode, type LarkNode } from './lark-node';
import { scenarios, Preparation } from './operations';
import { withoutTokens } from './operations/endpoint';
import { signIn } from './operations/play';

const operations = resources.flatMap(({ value: resource, operations: listed }) =>
	listed.map(({ value: operation, properties, waits }) => ({
		name: `${resource}.${operation}`,
		waits,
		resource,
		operation,
		actAs: {},
		fields: fieldsOf(properties),
	})),
);

const GROUP_BOT = { authentication: 'groupBot' };

/** Options without those that the editor hides from a group bot, whatever these hold. */
const withoutHiddenOptions = (property: INodeProperties): INodeProperties =>
	property.type === 'collection' && isINodePropertiesList(property.options)
		? {
				...property,
				options: property.options.filter(
					({ displayOptions }) => !displayOptions?.hide?.['/authentication'],
				),
			}
		: property;

/** The operations of a group bot, with the fields that it has of them. */
const ofGroupBots = resources.flatMap(({ value: resource, operations: listed }) =>
	listed
		.filter((operation) => allowedCallers(operation).includes('groupBot'))
		.map(({ value: operation, properties }) => ({
			name: `${resource}.${operation} as a group bot`,
			waits: undefined,
			resource,
			operation,
			actAs: GROUP_BOT,
			fields: fieldsOf(
				properties
					.filter(({ displayOptions }) => !displayOptions?.hide?.authentication)
					.map(withoutHiddenOptions),
			),
		})),
);

const isOfTheRun = ({ property }: Field) => FIELDS_OF_THE_RUN.includes(property.name);

/** An expression in place of a value; in a picker, of the typed value. */
function expression({ property: { type, modes } }: Field): unknown {
	const value = '={{ $json.value }}';
	return type === 'resourceLocator' ? { __rl: true, mode: modes?.at(-1)?.name, value } : value;
}

const requestsOf = (lark: LarkNode) =>
	withoutTokens(lark.sandbox.requests).map(({ method, path }) => `${method} ${path}`);

const errorOf = (output: INodeExecutionData[], index: number): IDataObject =>
	output.find(({ pairedItem }) => (pairedItem as { item: number }).item === index)?.json ?? {};

describe('a wrong value', () => {
	let lark: LarkNode;

	beforeEach(async () => (lark = await openLarkNode()));
	afterEach(async () => await lark.sandbox.close());

	it.each([...operations, ...ofGroupBots])('is refused in each field of $name', async (given) => {
		const { resource, operation, actAs, fields, waits } = given;
		await signIn(lark, resource, operation);
		const right = await scenarios[resource][operation].works[0](new Preparation(lark));
		const video = { fileName: 'a.mp4', mimeType: 'video/mp4' };
		const [{ binary }] = right.items ?? [await itemWithFile(mp4Bytes(1000), video)];
		const complaints: unknown[] = [];
		for (const field of fields.filter((candidate) => !isOfTheRun(candidate))) {
			lark.sandbox.requests.length = 0;
			const values = wrongValues(field).filter((value) => !isRight(operation, field, value));
			const parameters = {
				...{ resource, operation, ...COMPANIONS, ...right.parameters, ...actAs },
				...field.shownBy,
				...field.with(expression(field)),
			} as INodeParameters;
			const run = async (entered: unknown[]) => {
				const given = entered.map((value) => ({ json: { value } as IDataObject, binary }));
				const { items: output } = await lark.run(parameters, {
					items: given,
					continueOnFail: true,
				});
				return entered.map((_value, i) => errorOf(output, i));
			};
			// What waits runs for the first item alone.
			const errors: IDataObject[] = [];
			for (const entered of waits ? values.map((value) => [value]) : [values]) {
				errors.push(...(await run(entered)));
			}
			complaints.push(
				...values.flatMap((value, i) => complaint(field, value, errors[i]) ?? []),
				...requestsOf(lark).map((request) => [field.label, request]),
			);
		}
		expect(complaints).toEqual([]);
	});

	it('is refused before the first item when an option that applies to all items has it', async () => {
		const options = operations[0].fields.filter(isOfTheRun);
		expect(options).toHaveLength(FIELDS_OF_THE_RUN.length);
		for (const option of options) {
			for (const value of wrongValues(option)) {
				const { error } = await lark.run(
					{
						resource: 'bot',
						operation: 'getInfo',
						...option.with('={{ $json.value }}'),
					} as INodeParameters,
					{ items: items({ value } as IDataObject) },
				);
				const { message, description, context } = error as unknown as Record<string, IDataObject>;
				expect(complaint(option, value, { error: message, details: description })).toBeUndefined();
				expect(context).toMatchObject({ itemIndex: 0 });
			}
		}
		expect(lark.sandbox.requests).toEqual([]);
	});

	it('is reported with the number of its item', async () => {
		const { error } = await lark.run(
			{ resource: 'chat', operation: 'getAll', limit: '={{ $json.value }}' },
			{ items: items({ value: 5 }, { value: '5' }, { value: 'five' }) },
		);
		expect(error).toMatchObject({
			message: expect.stringContaining('Limit cannot be "five"'),
			description: expect.stringMatching(/^Enter a whole number from 1\..*Failed: 2\./),
			context: { itemIndex: 2 },
		});
	});
});
