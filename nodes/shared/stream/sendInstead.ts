import type { AnswerPort } from './port';
import { remedyFor } from './refusal';
import { PATIENCE_MS, pauseAfter } from './setbacks';
import type { ReaderWords } from './words';
import type { WriterClock } from './writerClock';

/**
 * Sends an answer as messages, in place of its cards. Tries again what Lark refuses for now.
 *
 * @param words that say how it has ended, when it is not complete
 * @returns false when it is refused for good, or for too long
 */
export async function sendInstead(
	port: AnswerPort,
	clock: WriterClock,
	text: string,
	words: ReaderWords | undefined,
): Promise<boolean> {
	const until = clock.now() + PATIENCE_MS;
	for (let times = 0; ; times++) {
		const error = await port.sendText(text, words).then(
			() => undefined,
			(thrown: Error) => thrown,
		);
		if (!error) return true;
		if (remedyFor(port.refusalOf(error)) !== 'later' || clock.now() > until) {
			port.warn(`could not send the answer: ${error.message}`);
			return false;
		}
		await clock.sleep(pauseAfter(times));
	}
}
