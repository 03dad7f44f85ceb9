import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request URL for an app without an Encrypt Key. */
export interface Receiver {
	url: string;
	/** Waits for an event of a type, and gives its fields; what has come before it is forgotten. */
	next(eventType: string): Promise<Record<string, unknown>>;
	/** What is answered to the following pushes. */
	answer(body: object, status?: number): void;
	close(): Promise<void>;
}

interface Push {
	challenge?: string;
	header?: { event_type: string };
	event: Record<string, unknown> & { type?: string };
}

const PATIENCE_MS = 10_000;

/** Listens on a free port of this machine. */
export async function startReceiver(): Promise<Receiver> {
	const pushes: Push[] = [];
	let answer: { body: object; status: number } = { body: {}, status: 200 };
	const server = http.createServer((request, response) => {
		void text(request).then((body) => {
			const push = JSON.parse(body) as Push;
			if (push.challenge) return response.end(JSON.stringify({ challenge: push.challenge }));
			pushes.push(push);
			response.statusCode = answer.status;
			return response.end(JSON.stringify(answer.body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhook`,
		next: async (eventType) => {
			const deadline = Date.now() + PATIENCE_MS;
			for (;;) {
				const index = pushes.findIndex(
					({ header, event }) => (header?.event_type ?? event.type) === eventType,
				);
				if (index >= 0) return pushes.splice(0, index + 1)[index].event;
				if (Date.now() > deadline) throw new Error(`No ${eventType} has come`);
				await new Promise((resolve) => setTimeout(resolve, 10));
			}
		},
		answer: (body, status = 200) => {
			answer = { body, status };
		},
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}
