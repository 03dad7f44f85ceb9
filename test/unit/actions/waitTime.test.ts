import { WAIT_INDEFINITELY } from 'n8n-workflow';

import { readExpiry } from '../../../nodes/Lark/actions/message/sendAndWait/waitTime';
import type { ItemParameters } from '../../../nodes/Lark/fields/item';

const NOW = Date.UTC(2026, 10, 28, 12);

const read = (...rows: object[]) =>
	readExpiry({ rows: () => rows, timeZone: 'UTC' } as unknown as ItemParameters, NOW);

const after = (resumeAmount: unknown, resumeUnit: unknown = 'minutes') =>
	read({ limitType: 'afterTimeInterval', resumeAmount, resumeUnit });
const until = (maxDateAndTime: unknown) => read({ limitType: 'atSpecifiedTime', maxDateAndTime });

describe('Limit Wait Time', () => {
	it('is a time from now, or a moment that comes', () => {
		expect(read()).toBeUndefined();
		expect(after(45)).toBe(NOW + 45 * 60_000);
		expect(after('0.5', 'days')).toBe(NOW + 12 * 3_600_000);
		expect(after(1e15, 'days')).toBe(WAIT_INDEFINITELY.getTime());
		expect(until('2026-11-28T13:00:00Z')).toBe(NOW + 3_600_000);
	});

	it.each([
		['no time', () => after(0)],
		['less than none', () => after(-1)],
		['no number', () => after('soon')],
		['a unit that there is not', () => after(2, 'weeks')],
		['another kind of limit', () => read({ limitType: 'never' })],
		['no moment', () => until('')],
		['this moment', () => until('2026-11-28T12:00:00Z')],
		['a moment that has passed', () => until('2020-01-01T00:00:00Z')],
		['no date', () => until('tomorrow-ish')],
	])('is refused for %s, before anybody is asked', (_what, use) => {
		expect(use).toThrow(/Amount|Unit|Limit Type|Max Date and Time/);
	});
});
