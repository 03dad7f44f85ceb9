import type { PushResponse } from './push';
import { refusalOf } from './refusal';

/**
 * Checks the response to a url_verification.
 *
 * @throws Error that names the fault of the response
 */
export function assertChallengeReturned(response: PushResponse, challenge: string): void {
	const { status, body } = response;
	if (status !== 200) throw new Error(`URL verification failed: ${refusalOf(response)}`);
	if (parseChallenge(body) !== challenge) {
		throw new Error(
			`URL verification failed: expected {"challenge":"${challenge}"}, got ${body.slice(0, 200) || 'an empty body'}`,
		);
	}
}

function parseChallenge(body: string): unknown {
	try {
		return (JSON.parse(body) as { challenge?: unknown } | null)?.challenge;
	} catch {
		return undefined;
	}
}
