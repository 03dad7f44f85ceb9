import type { Operation, OperationItem } from './operation';

/** The parameters that say what an operation changes, the one that matters most first. */
const SUBJECTS = ['receiver', 'chatId', 'threadId', 'messageId', 'token'];

/**
 * Tells what an item must wait for: the earlier items of the same receiver, chat, thread or message.
 *
 * @returns nothing for an item that depends on no other, or whose parameter cannot be read
 */
export function lanesOf(
	operation: Operation,
	item: Pick<OperationItem, 'string' | 'value'>,
): string[] {
	if (operation.lanes) return operation.lanes(item);
	const subject = SUBJECTS.find((name) =>
		operation.properties.some((property) => property.name === name),
	);
	if (!subject) return [];
	try {
		return [item.string(subject).trim()];
	} catch {
		return []; // Running it will say what is wrong with the parameter.
	}
}
