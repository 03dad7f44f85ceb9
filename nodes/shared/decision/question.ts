import type { IDataObject } from 'n8n-workflow';

import type { Answer } from './decision';

/** A person by the IDs that are known; of a person who clicks, Lark tells more than one. */
export interface Person {
	open_id?: string;
	union_id?: string;
	user_id?: string;
	name?: string;
}

/** A button: its label, or '' for the words of the product. */
export interface QuestionButton {
	label: string;
	style: string;
}

/** An approval: a decline only where there is a button for it. */
interface ApprovalAsked {
	type: 'approval';
	approve: QuestionButton;
	decline?: QuestionButton;
	/** Whether people can, or must, say why they decline. */
	reason: 'none' | 'optional' | 'required';
	/** How many must approve; `all` of `approvers`. */
	needed: number | 'all';
	/** Whether the first decline decides. */
	declineEnds: boolean;
}

/** One or several entries of a list. */
interface ChoiceAsked {
	type: 'choice';
	choices: string[];
	several: boolean;
	submit: string;
}

export type FieldType =
	| 'text'
	| 'textarea'
	| 'email'
	| 'number'
	| 'date'
	| 'time'
	| 'dropdown'
	| 'multiSelect'
	| 'checkbox'
	| 'person';

/** A field of a form; `key` is its name in the output. */
export interface QuestionField {
	key: string;
	label: string;
	type: FieldType;
	required: boolean;
	placeholder: string;
	/** As text; for lists the entries. */
	defaultValue: string | string[];
	/** Entries of a list. */
	choices: string[];
}

/** A text, or the fields of a form. */
interface FieldsAsked {
	type: 'freeText' | 'customForm';
	fields: QuestionField[];
	submit: string;
}

/** What people are asked; JSON, since it waits in the execution's data. */
export interface Question {
	/** Random: tells two questions of one node apart. */
	id: string;
	/** What the buttons carry: see the ticket. */
	ticket: string;
	/** Of the card; '' for the words of the product. */
	title: string;
	/** The message, as elements of a card. */
	body: IDataObject[];
	attribution: boolean;
	asked: ApprovalAsked | ChoiceAsked | FieldsAsked;
	/** Who may answer; undefined for everybody who sees the card. */
	approvers?: Person[];
	/** Who may not, though the above says so. */
	excluded: Person[];
	afterAnswer: 'showOutcome' | 'removeButtons' | 'keepMessage';
	/** In ms since 1970; undefined when it waits without end. */
	expiresAt?: number;
	/** Where people answer: in Lark, or on a page of n8n that the buttons open. */
	answerIn: 'lark' | 'browser';
	/** Of the page; '' for the title and the message of the card. */
	page?: { title: string; description: string; button: string };
	/** Whether an AI agent asks for a person's yes to one of its tools. */
	forAgent: boolean;
}

/** What is remembered of a question that was decided before its node, in a loop, has asked another one. */
export interface DecidedBefore {
	id: string;
	/** Of an approval. */
	approved?: boolean;
	/** Of the person whose answer has decided. */
	name?: string;
}

/** What waits in the execution's data: the question, the answers that count so far, and where the card is. */
export interface QuestionState {
	question: Question;
	answers: Answer[];
	message_id: string;
	chat_id: string;
}
