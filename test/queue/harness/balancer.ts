import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Which of some servers gets the next request. */
export type Choice = (count: number) => number;

/** One address for several servers. */
export interface Balancer {
	url: string;
	/** Replaces the way in which requests are shared out; at first they go to the servers in turn. */
	share(choice: Choice): void;
	close(): void;
}

/** @returns a choice that gives every server one after the other */
export function inTurn(): Choice {
	let next = 0;
	return (count) => next++ % count;
}

/**
 * Starts a load balancer on 127.0.0.1.
 *
 * @param servers is asked for the addresses at every request
 */
export async function startBalancer(servers: () => string[]): Promise<Balancer> {
	let choose = inTurn();
	const agent = new http.Agent({ keepAlive: true });
	const server = http.createServer((request, response) => {
		const all = servers();
		const target = new URL(request.url ?? '/', all[choose(all.length)]);
		const { method, headers } = request;
		const onwards = http.request(target, { method, headers, agent }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		onwards.on('error', () => {
			if (!response.headersSent) response.writeHead(502);
			response.end();
		});
		response.on('close', () => onwards.destroy());
		request.pipe(onwards);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		share: (choice) => (choose = choice),
		close() {
			agent.destroy();
			server.closeAllConnections();
			server.close();
		},
	};
}
