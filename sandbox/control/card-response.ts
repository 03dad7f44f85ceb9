import { assertCard } from '../content/card';
import type { Content } from '../content/fields';
import { readBack } from '../content/read-back';
import type { Message } from '../world/types';
import type { World } from '../world/world';

/** What the person sees for a moment. */
export interface Toast {
	type?: string;
	content?: string;
}

const TOAST_TYPES = ['info', 'success', 'error', 'warning'];

/**
 * Shows what an app answers to a press.
 *
 * @param before the card that was pressed
 * @returns the toast; a card of the response has replaced the pressed card
 * @throws Error with Lark's code when the response cannot be used
 */
export function showResponse(
	world: World,
	message: Message,
	before: Content,
	given: unknown,
): Toast | undefined {
	if (typeof given !== 'object' || given === null)
		throw new Error('200672: the answer is no object');
	const { toast, card } = given as { toast?: Toast; card?: { type?: string; data?: Content } };
	if (toast && !TOAST_TYPES.includes(toast.type ?? 'info')) {
		throw new Error(`200672: there is no toast of type ${toast.type}`);
	}
	if (card) replace(world, message, before, card);
	return toast;
}

function replace(
	world: World,
	message: Message,
	before: Content,
	{ type, data }: { type?: string; data?: Content },
): void {
	const card = type === 'template' ? { type, data } : data;
	if (!card || !['raw', 'template'].includes(type ?? '')) {
		throw new Error('200673: the card has neither raw data nor a template');
	}
	if (before.schema === '2.0' && type === 'raw' && data?.schema !== '2.0') {
		throw new Error('200830: a card JSON 2.0 must be answered with one of 2.0');
	}
	try {
		assertCard(card);
	} catch {
		throw new Error('200673: the card cannot be read');
	}
	const { sender } = message;
	const appId = sender.type === 'app' ? sender.appId : '';
	const read = readBack('interactive', card, appId, world);
	world.rewrite(message, { sentContent: JSON.stringify(card), ...read });
}
