import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { newFiles, newTally, type Sending } from '../../shared/transport/sending';
import { optionsCollection } from './common/options';
import type { Operation } from './operation';

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

/** Gives an operation what all have under Options, since all of them send requests. */
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

/** Reads the options of requests, once for all items. */
export function readSending(context: IExecuteFunctions): Sending {
	const option = (name: string, byDefault: number | boolean) =>
		context.getNodeParameter(`options.${name}`, 0, byDefault);
	return {
		maxRetries: Number(option('maxRetries', 5)),
		maxRetryMs: Number(option('maxRetryTime', 120)) * 1000,
		keepsLimits: Boolean(option('pace', true)),
		signal: context.getExecutionCancelSignal(),
		files: newFiles(),
		tally: newTally(),
	};
}
