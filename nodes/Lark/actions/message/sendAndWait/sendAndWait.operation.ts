import { SEND_AND_WAIT_OPERATION, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { cardContent } from '../../../../shared/content/card';
import type { JsonObject } from '../../../../shared/content/json';
import type { MessageContent } from '../../../../shared/content/message';
import { browserCard, openCard } from '../../../../shared/decision/cards';
import type { Question } from '../../../../shared/decision/question';
import { createMessage, replyToMessage } from '../../../../shared/lark/messages';
import { basicBatchUsers, batchGetUserIds } from '../../../../shared/lark/people';
import { choiceField } from '../../../fields/field';
import type { OperationItem } from '../../../fields/item';
import { messageIdField } from '../../../fields/messageId';
import { optionsCollection } from '../../../fields/options';
import { receiver, resolveReceiver } from '../../../fields/receiver';
import { replyInThread } from '../../../fields/replyInThread';
import { shownFor } from '../../../fields/shownFor';
import type { Operation } from '../../operation';
import { sendMessages } from '../sendMessages';
import { approvalOptions } from './approval';
import { answerIn, answersNotice } from './browser/fields';
import { choiceProperties } from './choice';
import { formFieldsProperty } from './formFields';
import { questionOptions, readQuestion } from './readQuestion';
import { whoMayAnswer } from './whoMayAnswer';

const sendMessageAs = choiceField({
	displayName: 'Send Message As',
	name: 'sendMessageAs',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'New Message', value: 'new', description: 'To a chat or person' },
		{ name: 'Reply', value: 'reply', description: 'As an answer to a message' },
	],
	default: 'new',
});

const answered = messageIdField({
	description: 'The message to answer, by its message_id (om_...)',
});

const message: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. **checkout 2.4** is ready. Deploy it?',
	description: 'What people are asked, in Markdown',
};

const responseType: INodeProperties = {
	displayName: 'Response Type',
	name: 'responseType',
	type: 'options',
	options: [
		{
			name: 'Approval',
			value: 'approval',
			description: 'User can approve/disapprove from within the message',
		},
		{
			name: 'Choice',
			value: 'choice',
			description: 'User can choose one or several of a list from within the message',
		},
		{
			name: 'Custom Form',
			value: 'customForm',
			description: 'User can fill in a form within the message',
		},
		{
			name: 'Free Text',
			value: 'freeText',
			description: 'User can write a response within the message',
		},
	],
	default: 'approval',
};

/** Sends a card; the key is what makes it the same when it is sent again, in spite of its ticket. */
type Send = (card: MessageContent, dedupeKey: string) => Promise<IDataObject>;

/** Reads where the question goes. */
function sender(item: OperationItem): Send {
	if (sendMessageAs.read(item) === 'new') {
		const address = receiver.read(item);
		return async (card, dedupeKey) => {
			const resolved = await resolveReceiver(item, address);
			const [sent] = await sendMessages(item, [{ ...resolved, ...card, dedupeKey }]);
			return sent;
		};
	}
	const message_id = answered.read(item);
	return async (card, dedupeKey) =>
		await item.lark.call(replyToMessage, {
			path: { message_id },
			body: { ...card, reply_in_thread: replyInThread.read(item) },
			uuid: item.uuid(message_id, dedupeKey),
		});
}

/** @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/nodes-base/utils/sendAndWait/utils.ts `approved` */
function pageCard({ waiting }: OperationItem, question: Question): JsonObject {
	const { asked } = question;
	if (asked.type !== 'approval') {
		return browserCard(question, [{ decision: 'submit', url: waiting.resumeUrl() }]);
	}
	const approve = { decision: 'approve' as const, url: waiting.resumeUrl({ approved: 'true' }) };
	const decline = { decision: 'decline' as const, url: waiting.resumeUrl({ approved: 'false' }) };
	return browserCard(question, asked.decline ? [approve, decline] : [approve]);
}

export const messageSendAndWait: Operation = {
	name: 'Send and Wait for Response',
	value: SEND_AND_WAIT_OPERATION,
	action: 'Send message and wait for response',
	description: 'Send a message to a Lark chat or person and wait for people to answer in Lark',
	endpoints: [createMessage, replyToMessage, batchGetUserIds, basicBatchUsers],
	waits: true,
	lanes: [],
	properties: [
		sendMessageAs.property,
		...shownFor({ sendMessageAs: ['new'] }, [receiver.property]),
		...shownFor({ sendMessageAs: ['reply'] }, [answered.property]),
		message,
		responseType,
		...shownFor({ responseType: ['approval'] }, [approvalOptions]),
		...shownFor({ responseType: ['choice'] }, choiceProperties),
		...shownFor({ responseType: ['customForm'] }, [formFieldsProperty]),
		answerIn.property,
		answersNotice,
		...shownFor({ answerIn: ['lark'] }, whoMayAnswer),
		optionsCollection(questionOptions),
	],

	async execute(item) {
		const send = sender(item);
		const read = await readQuestion(item);
		const question: Question = { ...read, ticket: await item.waiting.ticketFor(read) };
		const card = question.answerIn === 'lark' ? openCard(question) : pageCard(item, question);
		const { message_id, chat_id } = await send(cardContent(card), read.id);
		await item.waiting.begin({
			question,
			answers: [],
			message_id: String(message_id),
			chat_id: String(chat_id),
		});
		return [];
	},
};
