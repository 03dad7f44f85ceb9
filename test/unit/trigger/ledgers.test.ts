import { dropLedger, ledgerCount, ledgerOf } from '../../../nodes/LarkTrigger/ledger/ledgers';

const HOUR = 60 * 60 * 1000;
const NOW = 1_700_000_000_000;

describe('the ledgers of a process', () => {
	it('are one for each trigger', () => {
		expect(ledgerOf('a', 0)).toBe(ledgerOf('a', 1));
		expect(ledgerOf('a', 2)).not.toBe(ledgerOf('b', 2));
	});

	it('are dropped when their triggers are unpublished', () => {
		const before = ledgerCount();
		const triggers = Array.from({ length: 5_000 }, (_, index) => `unpublished ${index}`);
		for (const trigger of triggers) {
			const claim = ledgerOf(trigger, 3).claim('event', NOW, 4);
			if (!(claim instanceof Promise)) claim.settle(true);
		}
		expect(ledgerCount()).toBe(before + 5_000);
		for (const trigger of triggers) dropLedger(trigger, 5);
		expect(ledgerCount()).toBe(before);
	});

	it('stay while an event is on its way', () => {
		const claim = ledgerOf('busy', 4).claim('event', NOW, 4);
		const ledger = ledgerOf('busy', 4);
		dropLedger('busy', 5);
		expect(ledgerOf('busy', 5)).toBe(ledger);
		if (!(claim instanceof Promise)) claim.settle(true);
		dropLedger('busy', 5);
		expect(ledgerOf('busy', 6)).not.toBe(ledger);
	});

	it('do not stay for an event that n8n has lost', () => {
		const ledger = ledgerOf('lost', 7);
		void ledger.claim('event', NOW, 7);
		dropLedger('lost', 7 + 240_000);
		expect(ledgerOf('lost', 8)).not.toBe(ledger);
	});

	it('are dropped when no event has come for as long as events are remembered', () => {
		const ledger = ledgerOf('quiet', 10);
		ledgerOf('new', 7 * HOUR);
		expect(ledgerOf('quiet', 7 * HOUR)).toBe(ledger);
		ledgerOf('newer', 16 * HOUR);
		expect(ledgerOf('quiet', 16 * HOUR)).not.toBe(ledger);
	});
});
