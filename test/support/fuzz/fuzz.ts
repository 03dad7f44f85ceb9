import { randomFrom } from '../../../harness/random';
import { request } from '../request';
import type { PublishedTrigger } from '../server/published-trigger';
import { mutant, type Mutant } from './mutations';

const AT_ONCE = 8;

/** @returns the status, or the code of the network error */
async function send(url: string, sent: Mutant): Promise<number | string> {
	return await request(url, 'POST', sent).then(
		({ status }) => status,
		(error: NodeJS.ErrnoException) => error.code ?? error.message,
	);
}

/**
 * Sends mutated requests to webhooks, in turn and some at once.
 *
 * @param onProgress called after every request with how many have been answered
 * @returns how often each outcome came: a status, or the name of a network error; and the requests
 *   whose outcome was not a 4xx
 */
export async function fuzz(
	triggers: PublishedTrigger[],
	count: number,
	seed: number,
	onProgress: (answered: number) => void = () => {},
): Promise<{ outcomes: Record<string, number>; wrong: string[] }> {
	const random = randomFrom(seed);
	const outcomes: Record<string, number> = {};
	const wrong: string[] = [];
	let begun = 0;
	let answered = 0;
	const worker = async () => {
		while (begun < count) {
			const trigger = triggers[begun++ % triggers.length] as PublishedTrigger;
			const request = mutant(trigger.subscription, random, Date.now());
			const outcome = await send(trigger.url, request);
			outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
			const isRefused = typeof outcome === 'number' && outcome >= 400 && outcome < 500;
			if (!isRefused && wrong.length < 20) {
				wrong.push(`${outcome} for ${request.name}: ${request.body.subarray(0, 200).toString()}`);
			}
			onProgress(++answered);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return { outcomes, wrong };
}
