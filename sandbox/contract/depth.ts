/** Deeper JSON is no message and no request that anybody has written. */
const MAX_LEVELS = 2_000;

/** @returns whether JSON is nested more deeply than this, without going deeper itself */
export function isDeeper(part: unknown, levels = MAX_LEVELS): boolean {
	if (typeof part !== 'object' || part === null) return false;
	return levels === 0 || Object.values(part).some((child) => isDeeper(child, levels - 1));
}
