import { assertCard } from '../content/card';
import type { Content } from '../content/fields';
import { readBack } from '../content/read-back';
import { LarkError } from '../contract/lark-error';
import type { Message } from '../world/types';
import type { World } from '../world/world';
import { readToast, type Toast } from './toast';

/** A card that a person has pressed. */
export interface Pressed {
	world: World;
	message: Message;
	/** The card at the press. */
	before: Content;
	/** Of the person. */
	language: string;
}

/**
 * Shows what an app answers to a press.
 *
 * @returns the toast; a card of the response has replaced the pressed card
 * @throws Error with Lark's code when the response cannot be used
 */
export function showResponse(pressed: Pressed, given: unknown): Toast | undefined {
	if (!isObject(given)) throw new Error('200672: the answer is no object');
	const shown = given.toast === undefined ? undefined : readToast(given.toast, pressed.language);
	if (given.card !== undefined) replace(pressed, given.card);
	return shown;
}

function replace({ world, message, before }: Pressed, given: unknown): void {
	const { type, data } = (given ?? {}) as { type?: string; data?: unknown };
	if (!isObject(data) || (type !== 'raw' && type !== 'template')) {
		throw new Error('200673: the card has neither raw data nor a template');
	}
	const card = type === 'template' ? { type, data } : data;
	if (before.schema === '2.0' && type === 'raw' && data.schema !== '2.0') {
		throw new Error('200830: a card JSON 2.0 must be answered with one of 2.0');
	}
	try {
		assertCard(card);
	} catch (error) {
		throw new Error(`200673: the card cannot be read: ${reasonOf(error)}`);
	}
	const { sender } = message;
	const appId = sender.type === 'app' ? sender.appId : '';
	const read = readBack('interactive', card, appId, world);
	world.rewrite(message, { sentContent: JSON.stringify(card), ...read });
}

const reasonOf = (error: unknown) =>
	error instanceof LarkError ? String(error.detail.ext ?? error.code) : String(error);

const isObject = (value: unknown): value is Content =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
