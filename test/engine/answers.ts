import type { IDataObject, IRun } from 'n8n-workflow';

import type { Answer, Click, Verdict } from '../../nodes/shared/decision/decision';
import { judge } from '../../nodes/shared/decision/judge';
import type { QuestionState } from '../../nodes/shared/decision/question';

/** The question with which an execution waits. */
export function questionIn(run: IRun): QuestionState {
	const kept = Object.values(run.data.executionData?.contextData ?? {});
	const [state] = kept.flatMap(({ question }) => (question as QuestionState | undefined) ?? []);
	if (!state) throw new Error('The execution waits with no question');
	return state;
}

/** A press on a button of the card, as a trigger hands it over. */
export const pressOn = (
	{ message_id, chat_id }: QuestionState,
	operator: Click['operator'],
	value: IDataObject,
	form_value?: IDataObject,
): Click => ({
	operator,
	action: { tag: 'button', value, ...(form_value && { form_value }) },
	message_id,
	chat_id,
	at: Date.now(),
});

/**
 * Judges clicks one after the other.
 *
 * @returns what each comes to
 */
export function judgeAll({ question }: QuestionState, clicks: Click[]): Verdict[] {
	let answers: Answer[] = [];
	return clicks.map((click) => {
		const verdict = judge(question, answers, click);
		if (verdict.kind !== 'refused') ({ answers } = verdict);
		return verdict;
	});
}
