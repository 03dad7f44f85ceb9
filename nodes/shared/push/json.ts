import type { IDataObject } from 'n8n-workflow';

/** Whether a parsed value is a JSON object. */
export const isDataObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Parses JSON that must be an object.
 *
 * @returns undefined for anything else
 */
export function parseObject(json: string): IDataObject | undefined {
	try {
		const value: unknown = JSON.parse(json);
		return isDataObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
