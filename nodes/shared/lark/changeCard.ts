import { larkCodeOf } from '../transport/larkCode';
import { CardSequences } from './cardSequence';

const SEQUENCE_TOO_LOW = 300317;
const UUID_IN_USE = 200770;

/** After so many steps, each eight times as long as the one before, there is no higher number. */
const MAX_STEPS = 11;

const sequences = new CardSequences(Date.now);

/** The latest change of each card that is on its way. */
const turns = new Map<string, Promise<unknown>>();

async function inTurn<T>(cardId: string, work: () => Promise<T>): Promise<T> {
	const before = turns.get(cardId) ?? Promise.resolve();
	const own = before.then(work, work);
	turns.set(cardId, own);
	try {
		return await own;
	} finally {
		if (turns.get(cardId) === own) turns.delete(cardId);
	}
}

/**
 * Makes one change of a card entity, after those of this process that have come before, with a sequence that Lark
 * takes. When a number is too low, because somebody else changes the card, a higher one is tried with the same uuid.
 * A uuid that is in use belongs to this same change: an earlier try, whose response was lost, has made it.
 *
 * @param change sends the request with the sequence; its uuid must be that of this change alone
 * @throws NodeApiError that `change` throws for any other refusal
 * @see cardkit-v1/card/update: 300317, 200770
 */
export async function changeCard(
	cardId: string,
	change: (sequence: number) => Promise<unknown>,
): Promise<void> {
	await inTurn(cardId, async () => {
		for (let refused = 0; ; refused++) {
			const error = await change(sequences.next(cardId, refused)).then(
				() => undefined,
				(thrown: Error) => thrown,
			);
			const code = larkCodeOf(error);
			if (!error || code === UUID_IN_USE) return;
			if (code !== SEQUENCE_TOO_LOW || refused === MAX_STEPS) throw error;
		}
	});
}
