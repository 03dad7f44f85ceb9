import type { IDataObject } from 'n8n-workflow';

/** A value as text; '' for anything but a text or a number. */
export const toText = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A list, empty for anything else. */
export const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** An object, empty for anything else. */
export const toObject = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};
