import type { INodeProperties } from 'n8n-workflow';

import { choiceField, textOption } from '../../../../fields/field';
import type { ItemParameters } from '../../../../fields/item';

/** Where people answer. */
export const answerIn = choiceField({
	displayName: 'Answer In',
	name: 'answerIn',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Browser',
			value: 'browser',
			description: 'On a page of n8n that the message links to. Whoever opens it can answer.',
		},
		{
			name: 'Lark',
			value: 'lark',
			description: 'In the message itself',
		},
	],
	default: 'lark',
	description: 'Where people answer',
});

/** Without it, a newcomer waits for a click that nobody takes. */
export const answersNotice: INodeProperties = {
	displayName:
		'The answers come in by a published workflow with a Lark Trigger or Lark Long Connection Trigger of the same app, whatever it triggers on',
	name: 'answersNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { answerIn: ['lark'] } },
};

const button = textOption({
	displayName: 'Message Button Label',
	name: 'messageButtonLabel',
	type: 'string',
	default: 'Respond',
	description:
		'What is on the button that opens the page. "Respond" is shown in the language of the reader.',
	displayOptions: { show: { '/responseType': ['choice', 'freeText', 'customForm'] } },
});

const title = textOption({
	displayName: 'Response Form Title',
	name: 'responseFormTitle',
	type: 'string',
	default: '',
	description: 'Title of the form that the user can access to provide their response',
});

const description = textOption({
	displayName: 'Response Form Description',
	name: 'responseFormDescription',
	type: 'string',
	default: '',
	description: 'Description of the form that the user can access to provide their response',
});

/** What pages can have under Options. */
export const pageOptions: INodeProperties[] = [
	button.property,
	title.property,
	description.property,
];

/** Reads what the page says; '' for the words of the card, or n8n's own label. */
export function readPage(item: ItemParameters) {
	const label = item.string('responseType') === 'approval' ? '' : button.read(item).trim();
	return {
		title: title.read(item).trim(),
		description: description.read(item).trim(),
		button: label === 'Respond' ? '' : label,
	};
}
