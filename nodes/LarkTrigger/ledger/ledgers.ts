import { EVENT_MEMORY_MS } from '../../shared/push/eventKey';
import { EventLedger } from './eventLedger';

interface Kept {
	ledger: EventLedger;
	usedAt: number;
}

/** The ledgers of this process, by `triggerKey`. */
const ledgers = new Map<string, Kept>();

/**
 * Gives the ledger of a trigger. Whenever there is a new one, those that remember nothing of use any more
 * are dropped: a process that only runs webhooks is not told which triggers have ended.
 *
 * @param uptime `performance.now()`
 */
export function ledgerOf(trigger: string, uptime: number): EventLedger {
	const known = ledgers.get(trigger);
	if (known) {
		known.usedAt = uptime;
		return known.ledger;
	}
	for (const [other, { ledger, usedAt }] of ledgers) {
		if (ledger.isIdle(uptime) && uptime - usedAt > EVENT_MEMORY_MS) ledgers.delete(other);
	}
	const ledger = new EventLedger();
	ledgers.set(trigger, { ledger, usedAt: uptime });
	return ledger;
}

/**
 * Drops the ledger of a trigger that is unpublished, unless an event is on its way. When the trigger is
 * published again, the static data of its workflow tell which events are stored.
 *
 * @param uptime `performance.now()`
 */
export function dropLedger(trigger: string, uptime: number): void {
	if (ledgers.get(trigger)?.ledger.isIdle(uptime)) ledgers.delete(trigger);
}

/** How many ledgers this process has. */
export const ledgerCount = (): number => ledgers.size;
