import type { IDataObject } from 'n8n-workflow';

import { isTooDeep } from '../jsonDepth';

/**
 * Parses JSON that must be an object.
 *
 * @returns undefined for anything else, and for what is nested deeper than `MAX_DEPTH`
 */
export function parseObject(json: string): IDataObject | undefined {
	try {
		const value: unknown = JSON.parse(json);
		return isDataObject(value) && !isTooDeep(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Whether a parsed value is a JSON object. */
export const isDataObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
