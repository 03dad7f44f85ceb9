import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { RETRY_DELAYS_MS } from '../../sandbox/delivery/dispatcher';
import type { Push } from '../../sandbox/delivery/push';

/** Lark's deadline for a response. Not scaled with the retry delays, since n8n needs the same time. */
const DEADLINE_MS = 3_000;

/** The wait after the last retry delay, while n8n is down. */
const PAUSE_MS = 1_000;

export interface LadderOptions {
	/** How many pushes run in parallel, each on a connection of its own. */
	connections: number;
	/** Multiplies the waits between pushes of one event. */
	timeScale: number;
	/** No wait is shorter than this, in ms. */
	leastWait?: number;
	/** Called when an event has been acknowledged. */
	onAcknowledged?(id: string): void;
}

/** What happened to one event. */
export interface Story {
	id: string;
	/** Pushes that reached n8n. */
	pushes: number;
	/** Pushes that could not connect to n8n. */
	unheard: number;
	acknowledged: number;
}

const UNHEARD = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

/** Pushes events with Lark's retry delays, and again after they were acknowledged. */
export class Ladder {
	readonly inFlight = new Set<string>();

	/** Events that have been pushed and are not acknowledged: n8n may still process them, also after the deadline. */
	readonly open = new Set<string>();

	private readonly agent: http.Agent;

	private readonly waiting: Array<() => void> = [];

	constructor(private readonly options: LadderOptions) {
		this.agent = new http.Agent({ keepAlive: true, maxSockets: options.connections });
	}

	/**
	 * Pushes an event `times` times, and further until it has been acknowledged.
	 *
	 * @param make makes a push; each has a signature of its own
	 */
	async deliver(url: string, id: string, times: number, make: () => Push): Promise<Story> {
		const story = { id, pushes: 0, unheard: 0, acknowledged: 0 };
		while (story.pushes < times || story.acknowledged === 0) {
			const tries = story.pushes + story.unheard;
			if (tries > 0) await sleep(this.waitAfter(tries));
			const outcome = await this.onConnection(id, async () => await this.post(url, make()));
			if (UNHEARD.includes(String(outcome))) {
				story.unheard++;
				continue;
			}
			story.pushes++;
			if (outcome !== 200) continue;
			story.acknowledged++;
			this.open.delete(id);
			if (story.acknowledged === 1) this.options.onAcknowledged?.(id);
		}
		return story;
	}

	/** As `deliver`, but all pushes come at the same moment; each goes on until it is acknowledged. */
	async deliverAtOnce(url: string, id: string, times: number, make: () => Push): Promise<Story> {
		const stories = await Promise.all(
			Array.from({ length: times }, async () => await this.deliver(url, id, 1, make)),
		);
		const sum = (key: 'pushes' | 'unheard' | 'acknowledged') =>
			stories.reduce((total, story) => total + story[key], 0);
		const [pushes, unheard] = [sum('pushes'), sum('unheard')];
		return { id, pushes, unheard, acknowledged: sum('acknowledged') };
	}

	close(): void {
		this.agent.destroy();
	}

	/** Waits for a free connection and uses it. */
	private async onConnection<T>(id: string, use: () => Promise<T>): Promise<T> {
		while (this.inFlight.size >= this.options.connections) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		this.inFlight.add(id);
		this.open.add(id);
		try {
			return await use();
		} finally {
			this.inFlight.delete(id);
			this.waiting.shift()?.();
		}
	}

	private waitAfter(tries: number): number {
		const delay = RETRY_DELAYS_MS[tries - 1];
		const { timeScale, leastWait = 0 } = this.options;
		return delay === undefined ? PAUSE_MS : Math.max(leastWait, delay * timeScale);
	}

	/** @returns the status, or the code of the network error */
	private async post(url: string, { headers, body }: Push): Promise<number | string> {
		return await new Promise((resolve) => {
			const length = { 'Content-Length': Buffer.byteLength(body) };
			const request = http.request(url, {
				method: 'POST',
				headers: { ...headers, ...length },
				agent: this.agent,
				timeout: DEADLINE_MS,
			});
			request.on('timeout', () => {
				resolve('timeout');
				request.destroy();
			});
			request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
			request.on('response', (answer) => {
				answer.resume();
				answer.on('end', () => resolve(answer.statusCode ?? 0));
				answer.on('error', () => resolve('cut off'));
			});
			request.end(body);
		});
	}
}
