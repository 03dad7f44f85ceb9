import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { Watchdog } from '../../../nodes/LarkLongConnectionTrigger/connection/watchdog';

describe('the watchdog', () => {
	const onSilence = jest.fn();
	let watchdog: Watchdog;

	beforeEach(() => {
		onSilence.mockClear();
		watchdog = new Watchdog(onSilence);
	});
	afterEach(() => watchdog.heard());

	it('counts from the first ping without an answer, however many follow', async () => {
		const start = performance.now();
		while (onSilence.mock.calls.length === 0 && performance.now() - start < 3_000) {
			watchdog.pinged(200);
			await sleep(30);
		}
		expect(onSilence).toHaveBeenCalledTimes(1);
	});

	it('is content with every sign of life, and begins anew with the next ping', async () => {
		for (let ping = 0; ping < 4; ping++) {
			watchdog.pinged(600);
			await sleep(20);
			watchdog.heard();
		}
		await sleep(700);
		expect(onSilence).not.toHaveBeenCalled();
		watchdog.pinged(20);
		for (let step = 0; step < 100 && onSilence.mock.calls.length === 0; step++) await sleep(20);
		expect(onSilence).toHaveBeenCalledTimes(1);
	});

	it('reads what has come in first when the process has stood still', async () => {
		const server = net.createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as net.AddressInfo;
		const socket = net.connect(port, '127.0.0.1');
		const [peer] = (await once(server, 'connection')) as [net.Socket];
		const isRead = new Promise<void>((resolve) =>
			socket.on('data', () => {
				watchdog.heard();
				resolve();
			}),
		);
		await new Promise<void>((resolve) => peer.write('x', () => resolve()));
		watchdog.pinged(20);
		const standstill = performance.now() + 100;
		while (performance.now() < standstill);
		await isRead;
		await sleep(40);
		socket.destroy();
		server.close();
		expect(onSilence).not.toHaveBeenCalled();
	});
});
