import { setTimeout as sleep } from 'node:timers/promises';

import { Dispatcher } from '../../sandbox/delivery/dispatcher';
import { waitFor } from '../../harness/n8n-server';
import type { TestSetup } from './server';
import { messageEnvelope } from './server/listener';

const MAX_PUSHES = 4;

const PATIENCE_MS = 10 * 60_000;

const random = (below: number) => Math.floor(Math.random() * below);

export interface SocketCounts {
	pushes: number;
	/** IDs of acknowledged messages, which Lark does not push again. */
	acknowledged: Set<string>;
}

export const noCounts = (): SocketCounts => ({ pushes: 0, acknowledged: new Set() });

/** @throws Error when it is not acknowledged within Lark's 3 s */
async function push(
	{ sandbox }: Pick<TestSetup, 'sandbox'>,
	envelope: string,
	counts: SocketCounts,
) {
	counts.pushes++;
	const answer = await sandbox.hub.push(sandbox.app.appId, envelope);
	const { event } = JSON.parse(envelope) as { event: { message: { message_id: string } } };
	if (answer.code === 200) counts.acknowledged.add(event.message.message_id);
	return answer;
}

/** Pushes unacknowledged messages once more, as Lark does hours later. */
export async function pushRest(
	setup: Pick<TestSetup, 'sandbox'>,
	messageIds: string[],
	counts: SocketCounts,
): Promise<void> {
	for (const messageId of messageIds) {
		if (counts.acknowledged.has(messageId)) continue;
		await push(setup, messageEnvelope(setup.sandbox, messageId), counts).catch(() => undefined);
	}
}

/**
 * Pushes every message over the long connection with Lark's retry delays until it is acknowledged, and up to
 * three times more.
 *
 * @param ladder over how many seconds the messages are spread, and the factor of Lark's retry delays
 * @param counts is kept up to date
 */
export async function pushAll(
	setup: Pick<TestSetup, 'sandbox'>,
	messageIds: string[],
	{ seconds, timeScale }: { seconds: number; timeScale: number },
	counts: SocketCounts,
): Promise<void> {
	const { app } = setup.sandbox;
	let unfinished = messageIds.length;
	const dispatcher = new Dispatcher({
		clock: Date.now,
		timeScale,
		socket: async (_appId, envelope) => await push(setup, envelope, counts),
		onDelivery: ({ done }) => {
			if (done) unfinished--;
		},
	});
	const subscription = { appId: app.appId, requestUrl: '', verificationToken: '', encryptKey: '' };
	await Promise.all(
		messageIds.map(async (messageId) => {
			await sleep(random(seconds * 1_000));
			const envelope = messageEnvelope(setup.sandbox, messageId);
			dispatcher.dispatch(
				{ ...subscription, longConnection: true },
				JSON.parse(envelope) as object,
			);
			for (let extra = random(MAX_PUSHES); extra > 0; extra--) {
				await sleep(random(2_000));
				await push(setup, envelope, counts).catch(() => undefined);
			}
		}),
	);
	await waitFor('the end of all pushes', () => unfinished === 0 || undefined, PATIENCE_MS);
}
