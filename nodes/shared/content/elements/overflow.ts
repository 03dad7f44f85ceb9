import type { JsonObject } from '../json';
import { choiceOptions, type CardChoice } from './choices';

/**
 * Makes a menu behind three dots. Choosing an entry sends its value at once.
 *
 * @throws InputError for entries that cannot be used
 * @see feishu-cards/card-json-v2-components, overflow
 */
export const overflowMenu = (input: { name: string; choices: CardChoice[] }): JsonObject => ({
	tag: 'overflow',
	name: input.name,
	options: choiceOptions(input.name, input.choices),
	behaviors: [{ type: 'callback', value: { menu: input.name } }],
});
