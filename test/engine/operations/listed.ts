import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import {
	ANY_ENDPOINT,
	listedEndpoints,
	operationKey,
	TABLES,
	UPDATE_TABLES,
} from '../../../scripts/operations-table';
import type { RecordedRequest } from '../../../sandbox';
import { endpointOf, withoutTokens } from './endpoint';

export const TABLES_FILE = path.join(__dirname, '..', '..', '..', TABLES);

let listed: ReturnType<typeof listedEndpoints> | undefined;

/**
 * Checks that an operation calls nothing but what docs/operations.md lists for it.
 *
 * @throws for the first endpoint that it does not list
 */
export function assertListed(
	{ resource, operation }: INodeParameters,
	requests: RecordedRequest[],
): void {
	listed ??= listedEndpoints(readFileSync(TABLES_FILE, 'utf8'));
	const known = listed.get(operationKey(String(resource), String(operation)));
	if (!known || known.includes(ANY_ENDPOINT) || process.env[UPDATE_TABLES]) return;
	const unlisted = withoutTokens(requests)
		.map(endpointOf)
		.find((endpoint) => !known.includes(endpoint));
	if (!unlisted) return;
	throw new Error(
		`${resource}.${operation} calls ${unlisted}, which docs/operations.md does not list`,
	);
}
