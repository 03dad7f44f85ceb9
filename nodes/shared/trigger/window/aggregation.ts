import type { INodeExecutionData } from 'n8n-workflow';

import type { ChosenEvent } from '../chooseEvent';
import { eventItems } from '../eventItems';
import { sessionOf } from '../sessions';
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
	 * Makes the items of an event and adds them to the window of its session. Without a window, and for
	 * what is no message, that is a window of its own, closed at once. Of a window, the first message alone
	 * gets what was written before.
	 *
	 * @param node in whose executions it may go; sessions of two never mix
	 * @param now Unix time in ms
	 */
	add(
		node: string,
		chosen: ChosenEvent,
		settings: EventSettings,
		now: number,
		own: T,
	): WindowEntry<Member<T>> {
		const { received, delivery } = chosen;
		const request = { chosen, settings, now };
		if (!settings.window || !received) {
			const member = { own, items: eventItems(request), isInWindow: false };
			const neverSettled = new Promise<boolean>(() => {});
			return { gathered: Promise.resolve([member]), isStored: neverSettled, settle: () => {} };
		}
		const session = sessionOf(delivery.context, received, settings.sessions, now);
		let make: (withRecent: boolean) => void = () => {};
		const made = new Promise<boolean>((resolve) => (make = resolve));
		const items = made.then(
			async (withRecent) => await eventItems({ ...request, session, withRecent }),
		);
		const member = { own, items, isInWindow: true };
		const entry = this.windows.add(`${node}:${session.id}`, member, settings.window);
		make(entry.gathered !== undefined);
		return entry;
	}
}

/** The items of one execution. With a window, that is one item for all messages, also for a single one. */
export async function itemsOf(members: Array<Member<unknown>>): Promise<INodeExecutionData[]> {
	const items = (await Promise.all(members.map(async (member) => await member.items))).flat();
	return members.some(({ isInWindow }) => isInWindow) ? [mergeItems(items)] : items;
}
