import type { JsonObject } from '../json';
import { callbackOf } from './answerElement';
import { choiceOptions, type CardChoice } from './choices';

/**
 * Makes a menu behind three dots. Choosing an entry sends its value at once.
 *
 * @throws InputError for entries that cannot be used
 * @see feishu-cards/card-json-v2-components, overflow
 */
export const overflowMenu = (menu: {
	name: string;
	choices: CardChoice[];
	/** How errors name it. */
	where: string;
}): JsonObject => ({
	tag: 'overflow',
	name: menu.name,
	options: choiceOptions(menu.where, menu.choices),
	...callbackOf(menu.name),
});
