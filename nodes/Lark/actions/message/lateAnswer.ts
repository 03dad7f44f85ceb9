import { sleep, type IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/objects';
import { updateCardByToken } from '../../../shared/lark/cards';
import type { CallbackOutcome, OperationItem } from '../../fields/item';
import { cardFor } from './updateFor';

/** How long after the trigger's own answer the card can be updated, in ms: Lark undoes an update that comes before. */
const AFTER_ANSWER_MS = 500;

/** No answer is so early that it has to wait longer, in ms; a clock that was set back says otherwise. */
const LONGEST_WAIT_MS = 1_000;

/** How long the token of a callback can be used, in ms. */
const TOKEN_MS = 30 * 60 * 1_000;

const TOAST_LOST = 'The toast was not shown: Lark waits 3 seconds for it.';

type LateAnswer = Extract<CallbackOutcome, { kind: 'late' }>;

/**
 * Does with an answer that came too late what can still be done: replaces the card by the token of the callback.
 * Never throws for what Lark refuses: the workflow goes on as it would with an answer in time.
 *
 * @returns what the output says about it
 * @see im-v1/message-card, "Delayed card update": after the answer, within 30 minutes, at most twice
 */
export async function updateLater(
	item: Pick<OperationItem, 'lark'>,
	{ toast, card }: IDataObject,
	{ callback, answerBy }: LateAnswer,
): Promise<IDataObject> {
	const warnings = toast === undefined ? [] : [TOAST_LOST];
	const late = { in_time: false, card_updated: false };
	if (!isObject(card)) return { ...late, ...(warnings.length > 0 && { warnings }) };
	const lost = (reason: string) => ({
		...late,
		warnings: [...warnings, `The card was not replaced: ${reason}`],
	});
	const { token } = callback;
	if (typeof token !== 'string') return lost('the callback has no token.');
	if (Date.now() - answerBy > TOKEN_MS)
		return lost('the token of a callback is valid for 30 minutes.');
	await sleep(Math.min(Math.max(0, answerBy + AFTER_ANSWER_MS - Date.now()), LONGEST_WAIT_MS));
	try {
		const body = { token, card: forOperator(card as IDataObject, callback) };
		await item.lark.call(updateCardByToken, { body });
	} catch (error) {
		return lost((error as Error).message);
	}
	return { ...late, card_updated: true, ...(warnings.length > 0 && { warnings }) };
}

/** The card as the update takes it; one that each person has alone is for who has pressed. */
function forOperator({ type, data }: IDataObject, { operator }: IDataObject): IDataObject {
	if (type === 'template') return { type, data };
	const card = data as IDataObject;
	const isShared =
		card.schema !== undefined || (isObject(card.config) && card.config.update_multi === true);
	const openId = isObject(operator) ? operator.open_id : undefined;
	return isShared || typeof openId !== 'string' ? card : cardFor(card, [openId]);
}
