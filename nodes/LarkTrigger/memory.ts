import { RecentKeys } from '../shared/events/recentKeys';
import { TIMESTAMP_TOLERANCE_MS } from '../shared/events/signature';

/** Lark's last retry comes 6 h 5 min 15 s after the first push; longer than that, with room for clocks. */
const RETRY_LADDER_MS = 8 * 60 * 60 * 1000;

const CAPACITY = 20_000;

/** Signatures that have been accepted: the same one never comes twice from Lark. */
export const seenSignatures = new RecentKeys(2 * TIMESTAMP_TOLERANCE_MS, CAPACITY);

/** Events that started an execution, by workflow and node: Lark pushes one again when an answer got lost. */
export const seenEvents = new RecentKeys(RETRY_LADDER_MS, CAPACITY);
