import type { JsonObject } from '../json';

/** Places elements in columns, one each. */
export const columnSet = (
	elements: JsonObject[],
	flex_mode: string,
	column: JsonObject,
): JsonObject => ({
	tag: 'column_set',
	flex_mode,
	columns: elements.map((element) => ({ tag: 'column', ...column, elements: [element] })),
});

/** Places elements side by side, as many as fit into a line. */
export const flow = (elements: JsonObject[]): JsonObject =>
	columnSet(elements, 'flow', { width: 'auto' });

/**
 * Makes the text above an element, in Markdown of cards, with a red star when an answer is required: of all elements, only
 * inputs have a label of their own.
 *
 * @see feishu-cards/card-json-v2-components, form-container, the example
 */
export const fieldLabel = (text: string, required: boolean): JsonObject => ({
	tag: 'markdown',
	content: required ? `${text} <font color='red'>*</font>` : text,
});

/** Makes a form: its answers go to the app together. It stands directly in the body of the card. */
export const form = (name: string, elements: JsonObject[]): JsonObject => ({
	tag: 'form',
	name,
	elements,
});
