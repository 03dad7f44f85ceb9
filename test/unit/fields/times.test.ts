import { tryToParseDateTime } from 'n8n-workflow';

import { readStrings, readText } from '../../../nodes/shared/values';

describe('a text that an expression gives as a time', () => {
	const now = tryToParseDateTime('2026-01-31T09:00:00.000Z', 'UTC');

	it.each([now, now.toJSDate()])('is its ISO text', (time) => {
		expect(readText('Text', time)).toMatch(/^2026-01-31T09:00:00\.000(Z|\+00:00)$/);
		expect(readStrings('Texts', [time, 5])[1]).toBe('5');
	});

	it.each([new Date('never'), now.setZone('nowhere')])(
		'is refused when it does not exist',
		(time) => expect(() => readText('Text', time)).toThrow(/^Text is a date or time that does not/),
	);
});
