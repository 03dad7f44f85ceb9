import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { attemptPush, type Attempt, type SocketPush } from './attempt';
import { assertChallengeReturned } from './challenge';
import { Exchanges } from './exchanges';
import { buildBody, buildUrlVerification, post, type Subscription } from './push';
import { refusalOf } from './refusal';

export type { Subscription } from './push';

/** One attempt to push one event. `status` is null when the request URL did not respond. */
export interface Delivery {
	id: string;
	eventId: string;
	eventType: string;
	appId: string;
	attempt: number;
	at: number;
	status: number | null;
	error?: string;
	durationMs: number;
	/** True when no further attempt follows: the event was accepted, or the last retry failed. */
	done: boolean;
	/** When the next attempt follows, in milliseconds of the same clock as `at`. */
	nextAttemptAt?: number;
}

export interface DispatcherOptions {
	/** The time in milliseconds. */
	clock: () => number;
	/** Multiplies the waits between attempts: 1 is real time, 0.01 is a hundred times faster. */
	timeScale: number;
	/** Serves apps whose events go over a long connection. */
	socket?: SocketPush;
	/** Called after every attempt. */
	onDelivery?: (delivery: Delivery) => void;
}

/** How long Lark waits for the response to a url_verification. */
const VERIFICATION_DEADLINE_MS = 1_000;

/** How many attempts are remembered; the oldest go first. */
const MAX_DELIVERIES = 10_000;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long Lark waits before each retry of an event that got no HTTP 200 in time. */
export const RETRY_DELAYS_MS = [15 * SECOND, 5 * MINUTE, 1 * HOUR, 6 * HOUR];

interface PendingEvent {
	subscription: Subscription;
	eventId: string;
	eventType: string;
	envelope: object;
	body: string;
}

/** Pushes events to request URLs with Lark's deadlines and Lark's retries. */
export class Dispatcher {
	/** The latest {@link MAX_DELIVERIES} attempts, oldest first. */
	readonly deliveries: Delivery[] = [];

	/** What was sent and answered in the latest attempts. */
	readonly exchanges = new Exchanges();

	private readonly closing = new AbortController();

	constructor(private readonly options: DispatcherOptions) {
		setMaxListeners(0, this.closing.signal);
	}

	/**
	 * Performs the handshake that Lark demands before it saves a request URL.
	 *
	 * @throws Error that names the fault of the response
	 */
	async verifyUrl(subscription: Subscription): Promise<void> {
		const challenge = randomUUID();
		const response = await post(
			subscription.requestUrl,
			buildUrlVerification(subscription, challenge),
			{ deadlineMs: VERIFICATION_DEADLINE_MS, signal: this.closing.signal },
		).catch((error: Error) => {
			throw new Error(`URL verification failed: ${error.message}`);
		});
		assertChallengeReturned(response, challenge);
	}

	/**
	 * Pushes an event and returns at once. A retry carries the same body under a new signature.
	 * Nothing is pushed for an app that has neither a request URL nor a long connection.
	 *
	 * @param envelope the complete v2 (`header`, `event`) or v1 (`uuid`, `event`) envelope
	 */
	dispatch(subscription: Subscription, envelope: object): void {
		if (!subscription.requestUrl && !subscription.longConnection) return;
		const body = buildBody(subscription, envelope);
		const event = { subscription: { ...subscription }, ...identify(envelope), envelope, body };
		this.deliver(event).catch((error: unknown) => {
			if (!this.closing.signal.aborted) throw error;
		});
	}

	/** Pushes a callback, which is never repeated. Never rejects. */
	async sendOnce(subscription: Subscription, envelope: object): Promise<Attempt> {
		const body = buildBody(subscription, envelope);
		const event = { subscription, ...identify(envelope), envelope, body };
		const { delivery, attempt } = await this.attempt(event, 1);
		this.keep({ ...delivery, done: true, nextAttemptAt: undefined });
		return attempt;
	}

	/** Aborts every attempt under way and cancels every retry to come. */
	close(): void {
		this.closing.abort();
	}

	private async deliver(event: PendingEvent): Promise<void> {
		for (let attempt = 1; ; attempt++) {
			const { delivery } = await this.attempt(event, attempt);
			if (this.closing.signal.aborted) return;
			this.keep(delivery);
			if (delivery.done) return;
			await sleep(this.delayAfter(attempt), undefined, { signal: this.closing.signal });
		}
	}

	private keep(delivery: Delivery): void {
		this.deliveries.push(delivery);
		if (this.deliveries.length > MAX_DELIVERIES) this.deliveries.shift();
		this.options.onDelivery?.(delivery);
	}

	private async attempt(event: PendingEvent, attempt: number) {
		const { subscription, eventId, eventType, envelope, body } = event;
		const { clock, socket } = this.options;
		const id = randomUUID();
		const at = clock();
		const made = await attemptPush(subscription, body, {
			clock,
			socket,
			signal: this.closing.signal,
		});
		const end = clock();
		const { error: silence, ...exchange } = made;
		this.exchanges.put(id, { ...exchange, envelope });
		const { answer } = made;
		const status = answer?.status ?? null;
		const done = status === 200 || attempt > RETRY_DELAYS_MS.length;
		const error = silence ?? (answer && status !== 200 ? refusalOf(answer) : undefined);
		const delivery: Delivery = {
			id,
			eventId,
			eventType,
			appId: subscription.appId,
			attempt,
			at,
			status,
			...(error !== undefined && { error }),
			durationMs: end - at,
			done,
			...(done ? {} : { nextAttemptAt: end + this.delayAfter(attempt) }),
		};
		return { delivery, attempt: made };
	}

	private delayAfter(attempt: number): number {
		return RETRY_DELAYS_MS[attempt - 1] * this.options.timeScale;
	}
}

interface AnyEnvelope {
	header?: { event_id?: string; event_type?: string };
	uuid?: string;
	event?: { type?: string };
}

function identify(envelope: AnyEnvelope): { eventId: string; eventType: string } {
	const { header, uuid, event } = envelope;
	return {
		eventId: header?.event_id ?? uuid ?? '',
		eventType: header?.event_type ?? event?.type ?? '',
	};
}
