import type { INodeParameters } from 'n8n-workflow';

import { findOperation } from '../../../nodes/Lark/description/resources';
import type { RecordedRequest } from '../../../sandbox';
import { endpointName } from '../../../scripts/operations-table';
import { endpointOf, withoutTokens } from './endpoint';

/**
 * Checks that an operation calls nothing but the endpoints that it declares.
 *
 * @throws for the first endpoint that it does not declare
 */
export function assertDeclared(
	{ resource, operation }: INodeParameters,
	requests: RecordedRequest[],
): void {
	const endpoints = findOperation(String(resource), String(operation))?.endpoints;
	if (!endpoints || endpoints === 'any') return;
	const declared = endpoints.map(endpointName);
	const other = withoutTokens(requests)
		.map(endpointOf)
		.find((endpoint) => !declared.includes(endpoint));
	if (other) throw new Error(`${resource}.${operation} calls ${other}, which it does not declare`);
}
