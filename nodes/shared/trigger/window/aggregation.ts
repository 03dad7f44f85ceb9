import type { INodeExecutionData } from 'n8n-workflow';

import { deliver, type ChosenEvent } from '../chooseEvent';
import { conversationOf } from '../sessions/session';
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
	 * Makes the items of an event, and takes a seat for it. Without a window, and for what is no message,
	 * that is a window of its own, closed at once.
	 *
	 * @param node in whose executions it may go; conversations of two never mix
	 * @param now Unix time in ms
	 */
	join(
		node: string,
		chosen: ChosenEvent,
		settings: EventSettings,
		now: number,
		own: T,
	): WindowEntry<Member<T>> {
		const { received, delivery } = chosen;
		const items = deliver(delivery.context, chosen, settings, now);
		const member = { own, items, isInWindow: false };
		if (!settings.window || !received) {
			return { gathered: Promise.resolve([member]), isStored: NOBODY_WAITS, settle: () => {} };
		}
		const key = `${node}:${conversationOf(received)}`;
		return this.windows.join(key, { ...member, isInWindow: true }, settings.window);
	}
}

const NOBODY_WAITS = new Promise<boolean>(() => {});

/** The items of one execution. With a window, that is one item for all messages, also for a single one. */
export async function itemsOf(members: Array<Member<unknown>>): Promise<INodeExecutionData[]> {
	const items = (await Promise.all(members.map(async (member) => await member.items))).flat();
	return members.some(({ isInWindow }) => isInWindow) ? [mergeItems(items)] : items;
}
