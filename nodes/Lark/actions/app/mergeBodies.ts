import { isObject } from '../../../shared/objects';
import type { ConfigBody, Step } from './plan';

function merge(a: Record<string, unknown>, b: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		[...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => {
			const [left, right] = [a[key], b[key]];
			if (Array.isArray(left) && Array.isArray(right)) return [key, [...left, ...right]];
			return [key, isObject(left) && isObject(right) ? merge(left, right) : (right ?? left)];
		}),
	);
}

/** Puts the changes of all steps into one request, which Lark carries out as a whole. */
export const mergeBodies = (steps: Step[]): ConfigBody =>
	steps.reduce<ConfigBody>((whole, { body }) => merge({ ...whole }, { ...body }), {});
