import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

import type { Identity } from '../../shared/transport/session';
import type { Operation, Resource } from './operation';

const BOT_ONLY: readonly Identity[] = ['bot'];

const OPTIONS: Record<Identity, INodePropertyOptions> = {
	bot: { name: 'Bot', value: 'bot', description: 'The app itself, with a Lark API credential' },
	user: {
		name: 'User',
		value: 'user',
		description: 'A person who has allowed it, with a Lark OAuth2 API credential',
	},
};

const identitiesOf = ({ identities = BOT_ONLY }: Operation): readonly Identity[] => identities;

/**
 * Builds the parameter that chooses the credential: shown for the operations of a resource that a
 * person can run.
 */
export function identityProperties({ value, operations }: Resource): INodeProperties[] {
	const choices = new Set(operations.map((operation) => identitiesOf(operation).join()));
	return [...choices]
		.filter((choice) => choice !== BOT_ONLY.join())
		.map((choice) => {
			const [first, ...others] = choice.split(',') as Identity[];
			const operation = operations
				.filter((candidate) => identitiesOf(candidate).join() === choice)
				.map((candidate) => candidate.value);
			return {
				displayName: 'Act As',
				name: 'authentication',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: [value], operation } },
				options: [first, ...others].map((identity) => OPTIONS[identity]),
				default: first,
				...(first === 'user' && { hint: 'This operation works only as a person' }),
			};
		});
}

/**
 * Reads who runs the operation.
 *
 * @throws NodeOperationError when Lark does not let them, as after a change of the operation
 */
export function identityOf(context: IExecuteFunctions, operation: Operation): Identity {
	const identities = identitiesOf(operation);
	const chosen = context.getNodeParameter('authentication', 0, identities[0]) as Identity;
	if (identities.includes(chosen)) return chosen;
	const names = identities.map((identity) => OPTIONS[identity].name).join(' or ');
	throw new NodeOperationError(
		context.getNode(),
		`The operation "${operation.name}" works only as ${names}`,
		{ description: `Set Act As to ${names}.` },
	);
}
