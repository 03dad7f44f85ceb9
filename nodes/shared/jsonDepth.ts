/** How deeply JSON may be nested. Lark's events and cards stay far below; n8n cannot store some thousands of levels. */
export const MAX_DEPTH = 100;

/** Whether a value can be handled, and if not, why. */
export type Extent = 'fits' | 'too deep' | 'too large';

/**
 * Measures a value as its JSON would be: what it contains twice counts twice, and what contains itself has no end.
 * Goes level by level, so that depth costs no stack, and no further than the limits.
 *
 * @param maxValues how many values it may contain, on all levels together
 */
export function extentOf(value: object, maxValues = Infinity): Extent {
	let values = 0;
	let level: object[] = [value];
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > MAX_DEPTH) return 'too deep';
		const next: object[] = [];
		for (const each of level) {
			const contained: unknown[] = Object.values(each);
			values += contained.length;
			if (values > maxValues) return 'too large';
			for (const inner of contained) {
				if (typeof inner === 'object' && inner !== null) next.push(inner);
			}
		}
		level = next;
	}
	return 'fits';
}

/** Whether a parsed value is nested deeper than {@link MAX_DEPTH}. */
export const isTooDeep = (value: object): boolean => extentOf(value) === 'too deep';
