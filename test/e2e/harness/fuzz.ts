import http from 'node:http';

import type { Target } from './webhook-target';
import { mutant, type Mutant } from './mutations';
import { randomFrom } from './random';

const AT_ONCE = 8;

/** @returns the status, or what broke */
async function send(url: string, { headers, body }: Mutant): Promise<number | string> {
	return await new Promise((resolve) => {
		const length = { 'Content-Length': body.length };
		const sent = http.request(url, { method: 'POST', headers: { ...headers, ...length } });
		sent.on('response', (answer) => {
			answer.resume();
			answer.on('end', () => resolve(answer.statusCode ?? 0));
		});
		sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
		sent.end(body);
	});
}

/**
 * Sends mutated requests to webhooks, in turn and some at once.
 *
 * @param onProgress called after every request with how many have been answered
 * @returns how often each outcome came: a status, or the name of a network error; and the requests
 *   whose outcome was no 4xx
 */
export async function fuzz(
	targets: Target[],
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
			const target = targets[begun++ % targets.length] as Target;
			const request = mutant(target.subscription, random, Date.now());
			const outcome = await send(target.url, request);
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
