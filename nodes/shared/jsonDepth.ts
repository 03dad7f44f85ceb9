/** How deeply JSON may be nested. Lark's events and cards stay far below; n8n cannot store some thousands of levels. */
export const MAX_DEPTH = 100;

/** Whether a value can be handled, and if not, why. */
export type Extent = 'fits' | 'too deep' | 'too large';

/** What JSON makes of a value, which a date or time decides itself. */
function jsonForm(value: unknown): unknown {
	const { toJSON } = (value ?? {}) as { toJSON?: unknown };
	return typeof toJSON === 'function' ? (toJSON.call(value) as unknown) : value;
}

/** The objects of one level, each with how often it is there. */
type Level = Map<object, number>;

/** Adds what an object contains to the next level. */
function addParts(whole: object, times: number, next: Level): number {
	const parts = Object.values(whole).map(jsonForm);
	for (const part of parts) {
		if (typeof part === 'object' && part !== null) next.set(part, (next.get(part) ?? 0) + times);
	}
	return parts.length * times;
}

/**
 * Measures a value as its JSON would be: what it contains twice counts twice, and what contains itself has no end.
 * Goes level by level, so that depth costs no stack, and looks at an object once on each level, however often it is
 * there.
 *
 * @param maxValues how many values it may contain, on all levels together
 */
export function extentOf(value: object, maxValues = Infinity): Extent {
	let values = 0;
	let level: Level = new Map([[value, 1]]);
	for (let depth = 1; level.size > 0; depth++) {
		if (depth > MAX_DEPTH) return 'too deep';
		const next: Level = new Map();
		for (const [whole, times] of level) {
			values += addParts(whole, times, next);
			if (values > maxValues) return 'too large';
		}
		level = next;
	}
	return 'fits';
}

/** Whether a parsed value is nested deeper than {@link MAX_DEPTH}. */
export const isTooDeep = (value: object): boolean => extentOf(value) === 'too deep';
