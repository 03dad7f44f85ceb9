import { mergePlaces, RecentPlaces } from '../../../nodes/LarkTrigger/ledger/recentPlaces';

const numbered = (prefix: string, count: number) =>
	Array.from({ length: count }, (_each, index) => `${prefix}_${index}`);

const NOTHING = { chats: [], threads: {} };

describe('the places of messages', () => {
	it('are kept once each, the latest at the end', () => {
		const before = { chats: ['oc_a', 'oc_b'], threads: { omt_1: 'oc_a', omt_2: 'oc_b' } };
		const after = { chats: ['oc_a', 'oc_c'], threads: { omt_1: 'oc_a' } };
		const merged = mergePlaces(before, after);
		expect(merged.chats).toEqual(['oc_b', 'oc_a', 'oc_c']);
		expect(Object.keys(merged.threads)).toEqual(['omt_2', 'omt_1']);
	});

	it('are the latest hundred of each kind', () => {
		const threads = Object.fromEntries(numbered('omt', 150).map((id) => [id, 'oc']));
		const merged = mergePlaces(NOTHING, { chats: numbered('oc', 150), threads });
		expect(merged.chats).toEqual(numbered('oc', 150).slice(50));
		expect(Object.keys(merged.threads)).toEqual(numbered('omt', 150).slice(50));
	});

	it('of requests that overlap are all there, although each has read what was saved before', () => {
		const seen = new RecentPlaces();
		const saved = { chats: ['oc_saved'], threads: {} };
		seen.add({ chats: ['oc_1'], threads: {} });
		seen.add({ chats: [], threads: { omt_1: 'oc_2' } });
		expect(seen.after(saved)).toEqual({
			chats: ['oc_saved', 'oc_1'],
			threads: { omt_1: 'oc_2' },
		});
	});
});
