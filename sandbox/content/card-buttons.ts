import type { Content } from './fields';

/** A button that sends a value to the app. */
export interface CardButton {
	value: unknown;
	name?: string;
}

/** The value of a button: of JSON 2.0 in its behaviors, of JSON 1.0 beside its text. */
function valueOf({ behaviors, value }: Content): unknown {
	if (!Array.isArray(behaviors)) return value;
	return (behaviors as Content[]).find(({ type }) => type === 'callback')?.value;
}

/** All buttons of a card that send something to the app, in the order in which they are written. */
export function buttonsOf(node: unknown): CardButton[] {
	if (typeof node !== 'object' || node === null) return [];
	const content = node as Content;
	if (content.tag !== 'button') return Object.values(content).flatMap(buttonsOf);
	const value = valueOf(content);
	const name = typeof content.name === 'string' && { name: content.name };
	return value === undefined ? [] : [{ value, ...name }];
}
