import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { withoutMentions } from '../../../../shared/content/asWritten';
import { loadMarkdown } from '../../../../shared/content/markdown';
import type { Question, QuestionField } from '../../../../shared/decision/question';
import { InputError } from '../../../../shared/inputError';
import { choiceOption, switchOption, textOption } from '../../../fields/field';
import type { OperationItem } from '../../../fields/item';
import { replyInThread } from '../../../fields/replyInThread';
import { sendAsWritten } from '../../../fields/sendAsWritten';
import { shownFor } from '../../../fields/shownFor';
import { readApproval } from './approval';
import { checkLabel, readChoiceAsked } from './choice';
import { readFormFields } from './formFields';
import { answerIn, pageOptions, readPage } from './browser/fields';
import { withToolInput } from './toolInput';
import { limitWaitTime, readExpiry } from './waitTime';
import { excludedOption, readDeclineEnds, readWho } from './whoMayAnswer';

const title = textOption({
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Deploy 2.4 to production?',
	description: 'What stands above the message',
});

const submitLabel = textOption({
	displayName: 'Response Form Button Label',
	name: 'responseFormButtonLabel',
	type: 'string',
	default: 'Submit',
	description: 'What is on the button. "Submit" is shown in the language of the reader.',
	displayOptions: { show: { '/responseType': ['choice', 'freeText', 'customForm'] } },
});

const afterAnswer = choiceOption({
	displayName: 'After the Answer',
	name: 'postDecisionBehavior',
	type: 'options',
	options: [
		{ name: 'Keep Message Unchanged', value: 'keepMessage' },
		{ name: 'Remove Buttons Only', value: 'removeButtons' },
		{ name: 'Show Outcome and Remove Buttons', value: 'showOutcome' },
	],
	default: 'showOutcome',
	description: 'What becomes of the message',
});

const attribution = switchOption({
	displayName: 'Append n8n Attribution',
	name: 'appendAttribution',
	type: 'boolean',
	default: true,
	description:
		'Whether to include the phrase "This message was sent automatically with n8n" to the end of the message',
});

/** Who asks may show what somebody else has written, or a model. */
const writtenOption: INodeProperties = {
	...sendAsWritten.property,
	description:
		'Whether tags, mentions, links and images inside the message are shown as they are written instead of being carried out, for a text that comes from somebody else. As an AI tool, the node does so unless this option is turned off.',
};

/** The message as elements of a card. */
async function readBody(item: OperationItem, message: string): Promise<IDataObject[]> {
	const isAsWritten = sendAsWritten.read(item);
	const { elements } = await loadMarkdown(isAsWritten);
	return elements(isAsWritten ? withoutMentions(message) : message) as IDataObject[];
}

/** What a question can have under Options. */
export const questionOptions: INodeProperties[] = [
	title.property,
	submitLabel.property,
	afterAnswer.property,
	attribution.property,
	limitWaitTime,
	writtenOption,
	...shownFor({ '/answerIn': ['lark'] }, [excludedOption.property]),
	...shownFor({ '/answerIn': ['browser'] }, pageOptions),
	{ ...replyInThread.property, displayOptions: { show: { '/sendMessageAs': ['reply'] } } },
];

/** The label that somebody has entered; '' for n8n's own. */
const readSubmit = (item: OperationItem): string => {
	const label = submitLabel.read(item).trim();
	return label === 'Submit' ? '' : checkLabel(submitLabel.property.displayName, label);
};

/** @throws InputError for a field that no page has */
function readFields(item: OperationItem): QuestionField[] {
	const fields = readFormFields(item);
	const person = fields.find(({ type }) => type === 'person');
	if (!person || answerIn.read(item) === 'lark') return fields;
	throw new InputError(
		`Form element "${person.label}" cannot be a Person in a browser: only Lark knows the people`,
		'Set Answer In to Lark, or ask for an Email.',
	);
}

function readAsked(item: OperationItem, needed: number | 'all'): Question['asked'] {
	const responseType = item.string('responseType');
	switch (responseType) {
		case 'approval':
			return readApproval(item, needed, readDeclineEnds(item));
		case 'choice':
			return readChoiceAsked(item, readSubmit(item));
		case 'customForm':
			return { type: 'customForm', fields: readFields(item), submit: readSubmit(item) };
		default:
			return {
				type: 'freeText',
				fields: [
					{
						key: 'text',
						label: '',
						type: 'textarea',
						required: true,
						placeholder: '',
						defaultValue: '',
						choices: [],
					},
				],
				submit: readSubmit(item),
			};
	}
}

/**
 * Reads what people are asked; the ticket comes later.
 *
 * @throws InputError for a value that cannot be used, NodeApiError for what Lark refused
 */
export async function readQuestion(item: OperationItem): Promise<Omit<Question, 'ticket'>> {
	const message = withToolInput(item.string('message'), item.waiting.toolInput());
	if (message.trim() === '') {
		throw new InputError('Message is empty', 'Enter what people are asked.');
	}
	const expiresAt = readExpiry(item, Date.now());
	const isApproval = item.string('responseType') === 'approval';
	readAsked(item, 1);
	const { needed, ...who } = await readWho(item, isApproval);
	const isBrowser = answerIn.read(item) === 'browser';
	return {
		id: item.uuid('question'),
		title: title.read(item).trim(),
		body: await readBody(item, message),
		attribution: attribution.read(item) ?? true,
		asked: readAsked(item, needed),
		...who,
		afterAnswer: afterAnswer.read(item) ?? 'showOutcome',
		...(expiresAt !== undefined && { expiresAt }),
		answerIn: isBrowser ? 'browser' : 'lark',
		...(isBrowser && { page: readPage(item) }),
		forAgent: item.isTool,
	};
}
