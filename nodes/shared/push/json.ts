import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../objects';
import { isTooDeep } from '../jsonDepth';

/**
 * Parses JSON that must be an object.
 *
 * @returns undefined for anything else, and for what is nested deeper than `MAX_DEPTH`
 */
export function parseObject(json: string): IDataObject | undefined {
	try {
		const value: unknown = JSON.parse(json);
		return isObject(value) && !isTooDeep(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
