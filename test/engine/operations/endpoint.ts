import { findRoute } from '../../../sandbox/contract/contract';
import type { RecordedRequest } from '../../../sandbox';
import { endpointName } from '../../../scripts/operations-table';

/** The endpoint that a request has reached; what the contract does not have is named by its path. */
export const endpointOf = ({ method, path }: RecordedRequest): string =>
	endpointName(findRoute(method, path)?.endpoint ?? { method, path });

/** Leaves out the requests for a token, and for whom it stands. */
export const withoutTokens = (requests: RecordedRequest[]): RecordedRequest[] =>
	requests.filter(({ path }) => !/\/authe?n?\//.test(path));
