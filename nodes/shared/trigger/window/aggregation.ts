import type { INodeExecutionData } from 'n8n-workflow';

import { conversationOf } from '../../events/conversation';
import type { ChosenEvent } from '../chooseEvent';
import { eventItems } from '../eventItems';
import type { EventSettings } from '../settings';
import { mergeItems } from './mergeItems';
import { Windows, type WindowEntry } from './windows';

/** An event among those of one execution. */
export interface Member<T> {
	/** What the trigger keeps of it. */
	own: T;
	items: Promise<INodeExecutionData[]>;
	/** Whether it waits for others. */
	isInWindow: boolean;
}

/** Puts the messages of a conversation that come within the aggregation window into one execution. */
export class Aggregation<T> {
	private readonly windows = new Windows<Member<T>>();

	/**
	 * Makes the items of an event and adds them to the window of its conversation. Without a window, and for
	 * what is no message, that is a window of its own, closed at once.
	 *
	 * @param node in whose executions it may go; conversations of two never mix
	 * @param now Unix time in ms
	 */
	add(
		node: string,
		chosen: ChosenEvent,
		settings: EventSettings,
		now: number,
		own: T,
	): WindowEntry<Member<T>> {
		const { received } = chosen;
		const member = { own, items: eventItems(chosen, settings, now), isInWindow: false };
		if (!settings.window || !received) {
			const neverSettled = new Promise<boolean>(() => {});
			return { gathered: Promise.resolve([member]), isStored: neverSettled, settle: () => {} };
		}
		const key = `${node}:${conversationOf(received)}`;
		return this.windows.add(key, { ...member, isInWindow: true }, settings.window);
	}
}

/** The items of one execution. With a window, that is one item for all messages, also for a single one. */
export async function itemsOf(members: Array<Member<unknown>>): Promise<INodeExecutionData[]> {
	const items = (await Promise.all(members.map(async (member) => await member.items))).flat();
	return members.some(({ isInWindow }) => isInWindow) ? [mergeItems(items)] : items;
}
