import type { IDataObject } from 'n8n-workflow';

import { EmptyCardError } from '../../../shared/content/cardForm';
import { TOAST_STYLES } from '../../../shared/content/toast';
import { InputError } from '../../../shared/inputError';
import { updateCardByToken } from '../../../shared/lark/cards';
import { choiceField } from '../../fields/field';
import type { OperationItem } from '../../fields/item';
import { shownFor } from '../../fields/shownFor';
import type { Operation } from '../operation';
import { updateLater } from './lateAnswer';
import { cardProperties, readCardObject } from './types/cardAlone';

const toastStyle = choiceField({
	displayName: 'Toast Style',
	name: 'toastType',
	type: 'options',
	options: TOAST_STYLES,
	default: 'success',
	displayOptions: { hide: { toastText: [''] } },
});

/** The new card as Lark takes it in an answer: `raw` for its JSON, `template` for one of the Card Builder. */
async function readAnswerCard(item: OperationItem): Promise<IDataObject> {
	const card = await readCardObject(item).catch(toldOfReplacing);
	if (card.type === 'card') {
		throw new InputError(
			'Card cannot be a card entity here: Lark takes none as an answer',
			'Give the JSON of the card, or a template.',
		);
	}
	return card.type === 'template' ? card : { type: 'raw', data: card };
}

/** Who wants to show a toast alone has to say so. */
function toldOfReplacing(error: Error): never {
	if (!(error instanceof EmptyCardError)) throw error;
	throw new InputError(error.message, `${error.fix} For a toast alone, switch off Replace Card.`);
}

export const messageAnswerCard: Operation = {
	name: 'Answer Card',
	value: 'answerCard',
	action: 'Answer a card',
	description:
		'Answer the person who has pressed a button of a Lark card or sent its form: with a toast, a new card or both. Works behind a Lark Trigger whose Answer Callbacks is Using Answer Card, within 2.5 seconds.',
	endpoints: [updateCardByToken],
	lanes: [],
	properties: [
		{
			displayName:
				'Start the workflow with a Lark Trigger on Card Action, and set its Answer Callbacks to Using Answer Card. Lark waits 3 seconds: what takes longer goes behind this node. When it comes after 2.5 seconds, the card is replaced later, and the output says so in in_time.',
			name: 'answerNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Toast',
			name: 'toastText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Approved',
			description: 'Text that the person sees for a moment. None when empty.',
		},
		toastStyle.property,
		{
			displayName: 'Replace Card',
			name: 'replaceCard',
			type: 'boolean',
			default: true,
			description: 'Whether the card becomes another one. Otherwise, it stays as it is.',
		},
		...shownFor({ replaceCard: [true] }, cardProperties()),
	],

	async execute(item) {
		const content = item.string('toastText').trim();
		const answer = {
			...(content && { toast: { type: toastStyle.read(item), content } }),
			...(item.boolean('replaceCard') && { card: await readAnswerCard(item) }),
		};
		const outcome = await item.answerCallback(answer);
		if (outcome.kind === 'given') return answer;
		if (outcome.kind === 'inTime') return { ...answer, in_time: true };
		return { ...answer, ...(await updateLater(item, answer, outcome)) };
	},
};
