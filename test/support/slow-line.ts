import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request through the proxy; n8n opens a connection for each. */
export interface Passing {
	/** Such as `POST /open-apis/im/v1/files`. */
	readonly request: string;
	/** Bytes in both directions. */
	readonly bytes: number;
	/** Whether neither end has closed the connection. */
	readonly isOpen: boolean;
}

export interface SlowLine {
	url: string;
	/** All requests, oldest first. */
	passings: Passing[];
	/** How many requests of this kind were open at the same time, at most. */
	most(request: RegExp): number;
	close(): void;
}

/**
 * Starts a TCP proxy to a server that limits the throughput in each direction of each connection.
 *
 * @param to address of the server
 */
export async function slowLine(to: string, bytesPerSecond: number): Promise<SlowLine> {
	const { hostname, port } = new URL(to);
	const passings: Array<{ request: string; bytes: number; isOpen: boolean }> = [];
	const counts: string[][] = [];
	const sockets = new Set<Socket>();

	const server = net.createServer((client) => {
		const lark = net.connect(Number(port), hostname);
		const passing = { request: '', bytes: 0, isOpen: true };
		for (const socket of [client, lark]) {
			sockets.add(socket.on('close', () => sockets.delete(socket)));
		}
		const carry = async (from: Socket, into: Socket, seen: (chunk: Buffer) => void) => {
			for await (const chunk of from as AsyncIterable<Buffer>) {
				passing.bytes += chunk.length;
				seen(chunk);
				into.write(chunk);
				await sleep((chunk.length / bytesPerSecond) * 1_000);
			}
			passing.isOpen = false;
			into.end();
		};
		const read = (chunk: Buffer) => {
			if (passing.request) return;
			passing.request = chunk.toString('latin1').split(/ HTTP|[?\r]/, 1)[0] ?? '';
			passings.push(passing);
			counts.push(passings.filter(({ isOpen }) => isOpen).map(({ request }) => request));
		};
		const ways = [carry(client, lark, read), carry(lark, client, () => {})];
		Promise.all(ways).catch(() => {
			passing.isOpen = false;
			client.destroy();
			lark.destroy();
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		passings,
		most: (wanted) =>
			Math.max(0, ...counts.map((open) => open.filter((request) => wanted.test(request)).length)),
		close() {
			server.close();
			for (const socket of sockets) socket.destroy();
		},
	};
}
