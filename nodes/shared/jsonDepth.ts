/** How deeply JSON may be nested. Lark's events and cards stay far below; n8n cannot store some thousands of levels. */
export const MAX_DEPTH = 100;

/** Whether a parsed value is nested deeper than {@link MAX_DEPTH}. Goes level by level, so that depth costs no stack. */
export function isTooDeep(value: object): boolean {
	let level: object[] = [value];
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > MAX_DEPTH) return true;
		level = level.flatMap((each) =>
			Object.values(each).filter((inner) => typeof inner === 'object' && inner !== null),
		);
	}
	return false;
}
