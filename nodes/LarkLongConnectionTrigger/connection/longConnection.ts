import { sleep, type IDataObject, type Logger } from 'n8n-workflow';

import { readEnvelope, type LarkEvent } from '../../shared/push/envelope';
import { isTooDeep, MAX_DEPTH } from '../../shared/jsonDepth';
import { LarkFailure } from '../../shared/transport/failure';
import type { CallbackResponse } from '../../shared/trigger/callback/callbackResponse';
import { discover, isTransient, type HttpRequest, type LarkApp } from './discovery';
import { Outage, type ConnectionChange } from './outage';

/** A trigger that gets the events of an app: published, or in a test run. */
export interface Subscriber {
	http: HttpRequest;
	logger: Logger;
	/**
	 * Handles an event. Resolves when Lark may forget the event, with the response to a callback; rejects when
	 * Lark has to push the event again.
	 */
	onEvent(event: LarkEvent): Promise<CallbackResponse | undefined>;
	/** The connection has been lost, refused or restored. */
	onChange?(change: ConnectionChange): void;
	/** The connection has ended for good. */
	onLost(reason: Error): void;
}

const NO_SOCKET =
	'Lark accepted the App ID and App Secret, but the WebSocket could not be opened. Check that a firewall or proxy of the n8n server lets WebSockets to Lark through, and that the app has fewer than 50 long connections open.';

/** How long the official client may take to send a response that it has been given, in ms. */
const SENDING_MS = 50;

/** Code that makes the official client try again later. */
const TRY_AGAIN = 1000040343;

/** The one long connection of an app in this process, for all its subscribers. */
export class LongConnection {
	private readonly subscribers = new Set<Subscriber>();
	/** Events whose responses have not been sent yet. */
	private readonly handling = new Set<Promise<void>>();
	private readonly opened: Promise<void>;
	private readonly outage: Outage;
	private closeSocket?: () => void;
	private refusal?: LarkFailure;
	private isOpen = false;
	private isClosed = false;

	/** @param onEnd called once, when there is no subscriber any more or the connection is lost */
	constructor(
		private app: LarkApp,
		first: Subscriber,
		private readonly onEnd: () => void,
	) {
		this.subscribers.add(first);
		this.outage = new Outage(app, (change) => {
			for (const { onChange } of this.subscribers) onChange?.(change);
		});
		this.opened = this.open();
	}

	/**
	 * Adds a subscriber, once the connection is open.
	 *
	 * @returns a function that removes the subscriber; the last one closes the connection
	 * @throws LarkFailure that says why there is no connection
	 */
	async add(subscriber: Subscriber): Promise<() => void> {
		this.subscribers.add(subscriber);
		const remove = () => this.remove(subscriber);
		void this.opened.catch(remove);
		await this.opened;
		return remove;
	}

	/** Replaces the App Secret. Throws a LarkFailure when Lark refuses the new one. */
	async renew(app: LarkApp, http: HttpRequest): Promise<void> {
		if (app.appSecret === this.app.appSecret) return;
		await discover(http, app);
		this.app = app;
	}

	private async open(): Promise<void> {
		const { openWsClient } = await import('./wsClient');
		await new Promise<void>((resolve, reject) => {
			if (this.isClosed) return reject(new LarkFailure('The long connection was closed'));
			this.closeSocket = openWsClient({
				...this.app,
				discover: async () => await this.discover(),
				onEnvelope: async (envelope) => await this.handle(envelope),
				onReady: () => {
					this.isOpen = true;
					this.outage.opened();
					resolve();
				},
				onFirstFailure: () => reject(this.refusal ?? new LarkFailure(NO_SOCKET)),
				onGivenUp: ({ message }) => {
					const reason = this.refusal ?? new LarkFailure(message);
					reject(reason);
					this.outage.refused(reason.message);
					this.lose(reason);
				},
				onReconnecting: () => {
					this.log('The long connection to Lark broke off and is being reopened');
					this.outage.lost();
				},
				onReconnected: () => {
					this.log('The long connection to Lark is open again');
					this.outage.opened();
				},
			});
		});
	}

	private remove(subscriber: Subscriber): void {
		this.subscribers.delete(subscriber);
		if (this.subscribers.size > 0) return;
		if (this.isOpen && !this.isClosed) this.outage.ended();
		this.end();
	}

	private lose(reason: LarkFailure): void {
		this.end();
		if (!this.isOpen) return;
		for (const subscriber of this.subscribers) subscriber.onLost(reason);
		this.subscribers.clear();
	}

	private end(): void {
		if (this.isClosed) return;
		this.isClosed = true;
		void this.close();
		this.onEnd();
	}

	/** Closes the socket when the responses have been sent: a test run ends while its event is being handled. */
	private async close(): Promise<void> {
		await Promise.allSettled(this.handling);
		this.closeSocket?.();
	}

	private async handle(envelope: IDataObject): Promise<CallbackResponse | undefined> {
		const response = this.fanOut(envelope);
		const wait = async () => await sleep(SENDING_MS);
		const sent: Promise<void> = response.then(wait, wait).finally(() => this.handling.delete(sent));
		this.handling.add(sent);
		return await response;
	}

	/** Asks Lark for the address. After the end the client gets none, so that an attempt under way opens no WebSocket. */
	private async discover(): Promise<IDataObject> {
		const [subscriber] = this.subscribers;
		if (!subscriber) return { code: TRY_AGAIN, data: {} };
		this.refusal = undefined;
		this.outage.attempted();
		const response = await discover(subscriber.http, this.app).catch((refusal: LarkFailure) => {
			this.refusal = refusal;
			if (!isTransient(refusal)) this.outage.refused(refusal.message);
			return { code: isTransient(refusal) ? TRY_AGAIN : refusal.details.code, data: {} };
		});
		return this.isClosed ? { code: TRY_AGAIN, data: {} } : response;
	}

	/** @returns the first response to a callback that is not empty */
	private async fanOut(body: IDataObject): Promise<CallbackResponse | undefined> {
		if (isTooDeep(body)) {
			this.log(`An event was left out: it has more than ${MAX_DEPTH} levels`);
			return undefined;
		}
		const envelope = readEnvelope(body);
		if (envelope.kind !== 'event') return undefined;
		const handled = await Promise.allSettled(
			[...this.subscribers].map(async (each) => await each.onEvent(envelope.event)),
		);
		const responses = handled.map((each) => {
			if (each.status === 'rejected') throw new Error('n8n could not store the event');
			return each.value;
		});
		const given = responses.filter((response) => response !== undefined);
		return given.find((response) => Object.keys(response).length > 0) ?? given[0];
	}

	private log(text: string): void {
		const [subscriber] = this.subscribers;
		subscriber?.logger.warn(text, { appId: this.app.appId });
	}
}
