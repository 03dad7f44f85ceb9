import type { Chat, Message, Pin, Sender } from './types';
import type { World } from './world';

/** @returns the new pin, or the one that is there */
export function addPin(world: World, chat: Chat, message: Message, operator: Sender): Pin {
	const { messageId } = message;
	const known = chat.pins.find((pin) => pin.messageId === messageId);
	if (known) return known;
	const pin = { messageId, operator, time: world.now() };
	chat.pins.push(pin);
	world.emit({ type: 'message.changed', message });
	return pin;
}

/** Takes the pin of a message away, if there is one. */
export function removePin(world: World, chat: Chat, message: Message): void {
	chat.pins = chat.pins.filter((pin) => pin.messageId !== message.messageId);
	world.emit({ type: 'message.changed', message });
}
