import { sleep } from 'n8n-workflow';

import { Pacer, type Clock } from './pacer';

export type { Pacer } from './pacer';

/** The real time; it never goes back. */
export const clock: Clock = { now: () => performance.now(), sleep };

const pacers = new Map<string, Pacer>();

/** From so many apps on, those that send nothing are forgotten. */
const SWEEP_FROM = 64;

/**
 * The pacer of an app: one for all executions of this process.
 *
 * @param baseUrl where the app's requests go
 */
export function pacerOf(baseUrl: string, appId: string): Pacer {
	const key = `${baseUrl} ${appId}`;
	const pacer = pacers.get(key) ?? new Pacer(clock);
	if (!pacers.has(key) && pacers.size >= SWEEP_FROM) {
		for (const [other, known] of pacers) if (known.isIdle()) pacers.delete(other);
	}
	pacers.set(key, pacer);
	return pacer;
}
