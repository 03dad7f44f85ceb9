/** Reads a text that a person has entered, without what stands around it. */
export const trimmed = (value: unknown): string => String(value ?? '').trim();

/**
 * Reads an App ID or App Secret as it was pasted: without spaces and line breaks, which none has, not even inside, where a
 * terminal or a mail has broken the line.
 *
 * @returns '' for nothing
 */
export const pasted = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number'
		? String(value).replace(/[\s\u200B\u2060\uFEFF]/g, '')
		: '';
