import { sensibleSettings } from '../../../nodes/LarkLongConnectionTrigger/connection/serverSettings';

const NO_NUMBERS = [NaN, Infinity, -Infinity, undefined, null, '120000', true, {}, [5], -1, -1e15];

describe('what Lark says about pings and reconnects', () => {
	it('is followed where it is sensible, and other fields stay as they are', () => {
		const given = {
			pingInterval: 5_000,
			reconnectCount: 180,
			reconnectInterval: 90_000,
			reconnectNonce: 0,
			connectUrl: 'wss://lark',
			autoReconnect: true,
		};
		expect(sensibleSettings(given)).toEqual(given);
		expect(sensibleSettings({ reconnectCount: -1 })).toEqual({ reconnectCount: -1 });
	});

	it.each(['pingInterval', 'reconnectInterval', 'reconnectNonce'])(
		'leaves out %s when it is no duration, so that the value before holds',
		(key) => {
			for (const value of NO_NUMBERS) expect(sensibleSettings({ [key]: value })).toEqual({});
		},
	);

	it('leaves out a pause of no time, and a number of attempts that is none', () => {
		for (const key of ['pingInterval', 'reconnectInterval', 'reconnectCount']) {
			expect(sensibleSettings({ [key]: 0 })).toEqual({});
		}
		for (const reconnectCount of [-2, 1.5, NaN, '3', null, undefined]) {
			expect(sensibleSettings({ reconnectCount })).toEqual({});
		}
	});

	it('brings other durations into the range that a timer and a network can follow', () => {
		const tooMuch = { pingInterval: 1e15, reconnectInterval: 2 ** 31, reconnectNonce: 1e9 };
		expect(sensibleSettings(tooMuch)).toEqual({
			pingInterval: 300_000,
			reconnectInterval: 600_000,
			reconnectNonce: 300_000,
		});
		expect(sensibleSettings({ pingInterval: 1, reconnectInterval: 0.5 + 1 })).toEqual({
			pingInterval: 1_000,
			reconnectInterval: 1_000,
		});
	});
});
