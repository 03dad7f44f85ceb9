import type { IBinaryData, IDataObject, INodeProperties } from 'n8n-workflow';

import type { Question, QuestionState } from '../../shared/decision/question';
import type { LarkClient } from '../../shared/transport/client';
import type { Download } from '../../shared/transport/download';
import type { SourceFile } from '../../shared/transport/multipart';

/** The parameters of one item: what can be read before there is a client. */
export interface ItemParameters {
	/** The workflow's time zone, in which dates without a zone are meant. */
	timeZone: string;
	/**
	 * Reads a text parameter of this item: expressions resolved, a picker reduced to its value,
	 * nothing as '' and numbers as text. For a list of choices, the value of one of them.
	 *
	 * @param name as in the operation's properties, `options.name` for one of its options
	 * @throws InputError when an expression gives an object or a list, or what is no choice
	 */
	string(name: string): string;
	/** Reads a parameter that is a switch; nothing is off. */
	boolean(name: string): boolean;
	/**
	 * Reads a list of IDs or the like: a list from an expression or a multiple choice, or one text
	 * with commas between the entries. Empty entries are left out.
	 *
	 * @throws InputError for an object, or a list that has one
	 */
	strings(name: string): string[];
	/** Reads a parameter as it is: what a JSON editor or an expression gives. */
	value(name: string): unknown;
	/** Reads the rows of a parameter that can be added several times. */
	rows(name: string): IDataObject[];
	/**
	 * How many records are wanted, by Return All and Limit; undefined for all.
	 *
	 * @param within the path of the collection that has them, if one does
	 * @throws InputError for what is no whole number from 1
	 */
	limit(within?: string): number | undefined;
	/** Reads a collection: the fields that the user added, expressions resolved. */
	collection(name: string): IDataObject;
	/**
	 * Reads an entry of the `options` collection.
	 *
	 * @returns undefined when the user did not add it
	 * @throws InputError for a value that is not of the kind of the property
	 */
	option(property: INodeProperties): unknown;
}

/** One item on its way to Lark: what an operation may read and use. */
export interface OperationItem extends ItemParameters {
	lark: LarkClient;
	/** Whether a model calls the node, which is then a tool of n8n's AI Agent or MCP Server Trigger. */
	isTool: boolean;
	/** Where the addresses of this n8n's webhooks begin, without a slash at the end; '' when that is not known. */
	ownUrl: string;
	/**
	 * The `uuid` of a create-like call: stable for this item in this run of the node, whatever is retried.
	 *
	 * @param parts what else tells two calls of one item apart: receiver, content
	 */
	uuid(...parts: string[]): string;
	files: ItemFiles;
	/**
	 * Answers the card callback that has started the execution.
	 *
	 * @throws InputError when there is no Lark Trigger whose callbacks the node can answer
	 */
	answerCallback(answer: IDataObject): Promise<CallbackOutcome>;
	waiting: Waiting;
}

/** What has become of the answer to a callback. */
export type CallbackOutcome =
	/** Whether it is in time is not known: the last node gives it, or the trigger does not say until when it waits. */
	| { kind: 'given' }
	| { kind: 'inTime' }
	/** The trigger has answered by itself, or will at that Unix time in ms; with its item. */
	| { kind: 'late'; callback: IDataObject; answerBy: number };

/** How an operation lets the execution wait for people. */
export interface Waiting {
	/** What an AI agent wants to call a tool with, where the node reviews that; undefined elsewhere. */
	toolInput(): unknown;
	/** Seals what the buttons of a question carry. */
	ticketFor(question: Pick<Question, 'id' | 'expiresAt'>): Promise<string>;
	/** The URL by which the execution goes on, signed by n8n, with these parameters in it. */
	resumeUrl(parameters?: Record<string, string>): string;
	/** Notes the question with the execution, which waits from now on. */
	begin(state: QuestionState): Promise<void>;
}

/** The files of one item. */
export interface ItemFiles {
	/**
	 * Finds a file of the incoming item.
	 *
	 * @param field the parameter that names the binary field
	 * @throws when the item has no such file
	 */
	given(field: string): Promise<SourceFile>;
	/**
	 * Fetches a file from the web, without credentials.
	 *
	 * @throws InputError when it cannot be fetched or is too large
	 */
	fetched(url: string, maxBytes: number): Promise<SourceFile>;
	/** Stores a file for the output of the node; `size` in bytes. */
	stored(download: Download): Promise<{ binary: IBinaryData; size: number }>;
}
