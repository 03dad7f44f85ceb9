import { isObject } from '../objects';
import { InputError } from '../inputError';
import { partsOf } from './partsOf';
import type { JsonObject } from './json';

/** Elements whose only purpose is to tell the app what a person has entered or chosen. */
const INPUT_TAGS = new Set([
	'checker',
	'date_picker',
	'form',
	'input',
	'multi_select_person',
	'multi_select_static',
	'picker_datetime',
	'picker_time',
	'select_img',
	'select_person',
	'select_static',
]);

const isCallback = (behavior: unknown) => isObject(behavior) && behavior.type === 'callback';

/** In card JSON 1.0, a button with a value and no URL sends the value to the app. */
function sendsValue({ tag, behaviors, value, url, multi_url }: JsonObject): boolean {
	const hasValue = isObject(value) && Object.keys(value).length > 0;
	return tag === 'button' && !behaviors && hasValue && !url && !multi_url;
}

function callsBack(element: JsonObject): boolean {
	const { tag, behaviors } = element;
	if (INPUT_TAGS.has(tag as string) || sendsValue(element)) return true;
	return Array.isArray(behaviors) && behaviors.some(isCallback);
}

function checkElements(value: unknown): void {
	if (typeof value !== 'object' || value === null) return;
	if (isObject(value) && typeof value.tag === 'string' && callsBack(value)) {
		throw new InputError(
			`A group bot cannot send this card: what a person does with its ${value.tag} would reach nobody`,
			'Let buttons open a URL. To get presses and values back, send the card as Bot.',
		);
	}
	for (const [, part] of partsOf(value)) checkElements(part);
}

/**
 * Checks that a card does without an app: a group bot has none.
 *
 * @throws InputError for a card entity, and for an element that calls back
 * @see client-docs/bot-v3/use-custom-bots-in-a-group, "Send message card"
 */
export function checkGroupBotCard(card: JsonObject): void {
	if (card.type === 'template') return;
	if (card.type !== 'card') return checkElements(card);
	throw new InputError(
		'A group bot cannot send this card: a card entity belongs to an app',
		'Send the JSON of the card, or send it as Bot.',
	);
}
