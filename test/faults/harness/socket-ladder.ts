import { setTimeout as sleep } from 'node:timers/promises';

import { Dispatcher } from '../../../sandbox/delivery/dispatcher';
import { waitFor } from '../../../scripts/n8n-server';
import type { Bench } from '../../e2e/harness';
import { messageEnvelope } from '../../e2e/harness/long-connection';

const MAX_PUSHES = 4;

const PATIENCE_MS = 10 * 60_000;

const random = (below: number) => Math.floor(Math.random() * below);

export interface SocketCounts {
	pushes: number;
	/** Events that Lark may forget. */
	acknowledged: number;
}

/**
 * Pushes every message over the long connection on Lark's ladder until it is acknowledged, and up to
 * three times on top of that.
 *
 * @param ladder over how many seconds the messages are spread, and how many times faster Lark repeats
 * @param counts is kept up to date
 */
export async function pushAll(
	{ sandbox }: Pick<Bench, 'sandbox'>,
	messageIds: string[],
	{ seconds, timeScale }: { seconds: number; timeScale: number },
	counts: SocketCounts,
): Promise<void> {
	const { hub, app } = sandbox;
	const push = async (appId: string, envelope: string) => {
		counts.pushes++;
		return await hub.push(appId, envelope);
	};
	let unfinished = messageIds.length;
	const dispatcher = new Dispatcher({
		clock: Date.now,
		timeScale,
		socket: push,
		onDelivery: ({ done, status }) => {
			if (done) unfinished--;
			if (done && status === 200) counts.acknowledged++;
		},
	});
	const subscription = { appId: app.appId, requestUrl: '', verificationToken: '', encryptKey: '' };
	await Promise.all(
		messageIds.map(async (messageId) => {
			await sleep(random(seconds * 1_000));
			const envelope = messageEnvelope(sandbox, messageId);
			dispatcher.dispatch(
				{ ...subscription, longConnection: true },
				JSON.parse(envelope) as object,
			);
			for (let extra = random(MAX_PUSHES); extra > 0; extra--) {
				await sleep(random(2_000));
				await push(app.appId, envelope).catch(() => undefined);
			}
		}),
	);
	await waitFor('the end of all pushes', () => unfinished === 0 || undefined, PATIENCE_MS);
}
