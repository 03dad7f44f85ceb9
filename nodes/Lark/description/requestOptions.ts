import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	newFileSlots,
	newTally,
	type RequestSettings,
} from '../../shared/transport/requestSettings';
import { readField } from '../../shared/values';
import type { Operation } from '../actions/operation';
import { optionsCollection } from '../fields/options';

const requestOptions: INodeProperties[] = [
	{
		displayName: 'Max Retries',
		name: 'maxRetries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 20, numberPrecision: 0 },
		default: 5,
		description:
			'How often a request is sent again after a rate limit, a server error or a lost connection. Nothing is sent again that Lark could carry out twice.',
	},
	{
		displayName: 'Max Retry Time (Seconds)',
		name: 'maxRetryTime',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3600 },
		default: 120,
		description: 'How long a request is sent again, at most',
	},
	{
		displayName: 'Pace Requests',
		name: 'pace',
		type: 'boolean',
		default: true,
		description:
			"Whether to send no faster than Lark's documented limits. Turn it off only where they do not hold, such as on a private deployment.",
	},
];

const isOptions = ({ name }: INodeProperties) => name === 'options';

/** Gives an operation what all of them have under Options. */
export function withRequestOptions(operation: Operation): Operation {
	const own = operation.properties.filter(isOptions).flatMap(({ options = [] }) => options);
	return {
		...operation,
		properties: [
			...operation.properties.filter((property) => !isOptions(property)),
			optionsCollection([...(own as INodeProperties[]), ...requestOptions]),
		],
	};
}

/**
 * Reads the options of requests, once for all items.
 *
 * @throws InputError for a value that cannot be used
 */
export function readRequestSettings(context: IExecuteFunctions): RequestSettings {
	const option = (name: string): unknown => {
		const property = requestOptions.find((candidate) => candidate.name === name) as INodeProperties;
		const value = context.getNodeParameter(`options.${name}`, 0, property.default);
		return readField(property, value) ?? property.default;
	};
	return {
		maxRetries: option('maxRetries') as number,
		maxRetryMs: (option('maxRetryTime') as number) * 1000,
		keepsLimits: option('pace') as boolean,
		signal: context.getExecutionCancelSignal(),
		files: newFileSlots(),
		tally: newTally(),
	};
}
