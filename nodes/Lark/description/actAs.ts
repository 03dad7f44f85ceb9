import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { BOT_OR_USER, GROUP_BOT, type ActAs } from '../../shared/transport/actAs';
import type { Operation, Resource } from '../actions/operation';

const OPTIONS: Record<ActAs, INodePropertyOptions> = {
	bot: { name: 'Bot', value: 'bot', description: 'The app itself, with a Lark API credential' },
	user: {
		name: 'User',
		value: 'user',
		description: 'A person who has allowed it, with a Lark OAuth2 API credential',
	},
	groupBot: {
		name: 'Group Bot',
		value: 'groupBot',
		description:
			'The custom bot of one group, without an app, with a Lark Group Bot API credential',
	},
};

/**
 * Who may run an operation: whose token the endpoint takes that it is for, and a group bot if it can be
 * done by a webhook, too. Answers to what waits come to the app, so its bot asks.
 */
export function allowedCallers({ endpoints, waits }: Operation): readonly ActAs[] {
	if (endpoints === 'any') return BOT_OR_USER;
	if (waits) return ['bot'];
	const byWebhook = endpoints.some(({ tokens }) => tokens === GROUP_BOT);
	return [...endpoints[0].tokens, ...(byWebhook ? GROUP_BOT : [])];
}

/**
 * Builds the parameter that chooses the credential: shown for the operations of a resource that
 * not only the app's bot can run.
 */
export function actAsProperties({ value, operations }: Resource): INodeProperties[] {
	const choices = new Set(operations.map((operation) => allowedCallers(operation).join()));
	return [...choices]
		.filter((choice) => choice !== 'bot')
		.map((choice) => {
			const [first, ...others] = choice.split(',') as ActAs[];
			const operation = operations
				.filter((candidate) => allowedCallers(candidate).join() === choice)
				.map((candidate) => candidate.value);
			return {
				displayName: 'Act As',
				name: 'authentication',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: [value], operation } },
				options: [first, ...others].map((caller) => OPTIONS[caller]),
				default: first,
				...(choice === 'user' && { hint: 'This operation works only as a person' }),
			};
		});
}

/**
 * Reads who runs the operation.
 *
 * @throws NodeOperationError when Lark does not let them, as after a change of the operation
 */
export function actAsOf(context: IExecuteFunctions, operation: Operation): ActAs {
	const allowed = allowedCallers(operation);
	const chosen = context.getNodeParameter('authentication', 0, allowed[0]) as ActAs;
	if (allowed.includes(chosen)) return chosen;
	const names = allowed.map((caller) => OPTIONS[caller].name).join(' or ');
	throw new NodeOperationError(
		context.getNode(),
		`The operation "${operation.name}" works only as ${names}`,
		{ description: `Set Act As to ${names}.` },
	);
}
