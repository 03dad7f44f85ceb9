import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { newTally, type Sending } from '../../shared/transport/sending';

/** What every operation has, since all of them send requests. */
export const requestOptionsProperty: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
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
			displayName: 'Max Retry Time',
			name: 'maxRetryTime',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 3600 },
			default: 120,
			description: 'For how many seconds a request is sent again, at most',
		},
		{
			displayName: 'Pace Requests',
			name: 'pace',
			type: 'boolean',
			default: true,
			description:
				"Whether to send no faster than Lark's documented limits. Turn it off only where they do not hold, such as on a private deployment.",
		},
	],
};

/** Reads Request Options, once for all items. */
export function readSending(context: IExecuteFunctions): Sending {
	const given = context.getNodeParameter('requestOptions', 0, {}) as IDataObject;
	const { maxRetries = 5, maxRetryTime = 120, pace = true } = given;
	return {
		maxRetries: Number(maxRetries),
		maxRetryMs: Number(maxRetryTime) * 1000,
		keepsLimits: Boolean(pace),
		signal: context.getExecutionCancelSignal(),
		tally: newTally(),
	};
}
