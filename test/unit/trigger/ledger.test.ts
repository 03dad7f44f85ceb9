import fc from 'fast-check';

import { EventLedger, type Claim } from '../../../nodes/LarkTrigger/ledger/eventLedger';

const HOUR = 60 * 60 * 1000;
const NOW = 1_700_000_000_000;

const claim = (ledger: EventLedger, id: string, now = NOW) => {
	const claimed = ledger.claim(id, now, now);
	if (claimed instanceof Promise) throw new Error(`${id} is a duplicate`);
	return claimed;
};

/** What n8n writes for a claim, and reads again. */
const write = ({ saved }: Claim): unknown => JSON.parse(JSON.stringify(saved));

const store = (ledger: EventLedger, id: string, now = NOW) => {
	const claimed = claim(ledger, id, now);
	const saved = write(claimed);
	claimed.settle(true);
	return saved;
};

describe('the ledger of events', () => {
	it('gives an event to one request, and tells the others whether it was stored', async () => {
		const ledger = new EventLedger();
		const first = claim(ledger, 'a');
		const second = ledger.claim('a', NOW, NOW);
		first.settle(true);
		expect(await second).toBe(true);
		expect(await ledger.claim('a', NOW + 6 * HOUR, NOW + 6 * HOUR)).toBe(true);
	});

	it('knows an event that is stored, or on its way for less than four minutes', () => {
		const ledger = new EventLedger();
		expect(ledger.knows('a', NOW)).toBe(false);
		const first = claim(ledger, 'a');
		expect(ledger.knows('a', NOW + 239_999)).toBe(true);
		expect(ledger.knows('a', NOW + 240_000)).toBe(false);
		first.settle(true);
		expect(ledger.knows('a', NOW + 240_000)).toBe(true);
		expect(ledger.knows('a', NOW + 9 * HOUR)).toBe(false);
	});

	it('forgets no event when the clock is set forward and back', async () => {
		const ledger = new EventLedger();
		store(ledger, 'a');
		const other = ledger.claim('b', NOW + 9 * HOUR, NOW + 1_000) as Claim;
		other.settle(true);
		expect(await ledger.claim('a', NOW + 9 * HOUR, NOW + 2_000)).toBe(true);
		expect(await ledger.claim('a', NOW, NOW + 3_000)).toBe(true);
	});

	it('gives an event that was not stored to the next request', async () => {
		const ledger = new EventLedger();
		const first = claim(ledger, 'a');
		const second = ledger.claim('a', NOW, NOW);
		first.settle(false);
		expect(await second).toBe(false);
		claim(ledger, 'a', NOW + 1);
	});

	it('forgets events whose requests n8n has lost', () => {
		const ledger = new EventLedger();
		for (let at = 0; at < 1_000; at++) claim(ledger, `lost ${at}`, NOW + at);
		expect(ledger.pendingCount).toBe(1_000);
		claim(ledger, 'lost 999', NOW + 300_000);
		claim(ledger, 'next', NOW + 300_001);
		expect(ledger.pendingCount).toBe(2);
	});

	it('gives an event that n8n has lost to a request four minutes later', async () => {
		const ledger = new EventLedger();
		const lost = claim(ledger, 'a');
		expect(ledger.claim('a', NOW + 239_999, NOW + 239_999)).toBeInstanceOf(Promise);
		const next = claim(ledger, 'a', NOW + 240_000);
		lost.settle(false);
		expect(ledger.claim('a', NOW + 240_001, NOW + 240_001)).toBeInstanceOf(Promise);
		next.settle(true);
		expect(await ledger.claim('a', NOW + 240_002, NOW + 240_002)).toBe(true);
	});

	it('knows after a restart what was stored before, for the whole retry ladder', async () => {
		const before = new EventLedger();
		store(before, 'a');
		const saved = store(before, 'b', NOW + HOUR);
		const after = new EventLedger();
		after.merge(saved, NOW + 6.1 * HOUR, NOW + 6.1 * HOUR);
		expect(await after.claim('a', NOW + 6.1 * HOUR, NOW + 6.1 * HOUR)).toBe(true);
		expect(await after.claim('b', NOW + 6.1 * HOUR, NOW + 6.1 * HOUR)).toBe(true);
		claim(after, 'c');
	});

	it('never writes an event that is not stored yet', () => {
		const ledger = new EventLedger();
		claim(ledger, 'on its way');
		const after = new EventLedger();
		after.merge(store(ledger, 'stored'), NOW, NOW);
		claim(after, 'on its way');
	});

	it('writes what was stored while a request was under way, whichever writes last', async () => {
		const ledger = new EventLedger();
		const slow = claim(ledger, 'slow');
		store(ledger, 'quick');
		const after = new EventLedger();
		after.merge(write(slow), NOW, NOW);
		expect(await after.claim('quick', NOW, NOW)).toBe(true);
		expect(await after.claim('slow', NOW, NOW)).toBe(true);
	});

	it('learns from what another process writes in between', async () => {
		const [one, two] = [new EventLedger(), new EventLedger()];
		two.merge(store(one, 'a'), NOW, NOW);
		one.merge(store(two, 'b'), NOW, NOW);
		expect(await one.claim('b', NOW, NOW)).toBe(true);
		const both = new EventLedger();
		both.merge(store(one, 'c'), NOW, NOW);
		for (const id of ['a', 'b', 'c']) expect(await both.claim(id, NOW, NOW)).toBe(true);
	});

	it('stays small, in number and in age', async () => {
		const ledger = new EventLedger();
		let saved: unknown;
		for (let at = 0; at < 10_000; at++) saved = store(ledger, `event ${at}`, NOW + at);
		expect(JSON.stringify(saved).length).toBeLessThan(34_000);
		const after = new EventLedger();
		after.merge(saved, NOW + 10_000, NOW + 10_000);
		expect(await after.claim('event 9999', NOW + 10_000, NOW + 10_000)).toBe(true);
		expect(await after.claim('event 6500', NOW + 10_000, NOW + 10_000)).toBe(true);
		const later = JSON.stringify(store(ledger, 'later', NOW + 9 * HOUR));
		expect(later.length).toBeLessThan(50);
	});

	it('takes no harm from static data that somebody has changed', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (saved) => {
				const ledger = new EventLedger();
				ledger.merge(saved, NOW, NOW);
				ledger.merge({ 0: 'AAAAAAAA', 999_999_999: saved }, NOW, NOW);
				claim(ledger, 'a');
			}),
		);
	});
});
