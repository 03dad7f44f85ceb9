import { RecentKeys } from '../shared/push/recentKeys';
import { TIMESTAMP_TOLERANCE_MS } from '../shared/push/signature';

const CAPACITY = 20_000;

/** Signatures that have been accepted: the same one never comes twice from Lark. */
export const seenSignatures = new RecentKeys(2 * TIMESTAMP_TOLERANCE_MS, CAPACITY);
