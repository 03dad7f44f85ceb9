import type { IDataObject } from 'n8n-workflow';

/** Whether a value is an object with fields: neither a list nor nothing. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
