import type { IDataObject } from 'n8n-workflow';

import type { CallbackResponse } from '../trigger/callback/callbackResponse';

/** What somebody has done with the card of a question, as a verified push of Lark has told it. */
export interface Click {
	operator: { open_id: string; union_id?: string; user_id?: string; name?: string };
	/** Lark's `action`: value, tag, form_value, input_value, option, options, checked, name, timezone. */
	action: IDataObject;
	/** Of the people who were chosen on the card, by their open IDs, as far as the app may read them. */
	names?: Record<string, string>;
	message_id: string;
	chat_id: string;
	/** When Lark's push came, in ms since 1970. */
	at: number;
}

/** One person's answer that counts. */
export interface Answer {
	operator: Click['operator'];
	/** Of an approval; undefined for other questions. */
	approved?: boolean;
	/** What was chosen, written or filled in, and the reason of a decline. */
	values: IDataObject;
	/** Those who were chosen in fields for people, by the keys of the fields. */
	people?: IDataObject;
	/** In ms since 1970. */
	at: number;
}

/**
 * What a click comes to. Lark gets `response` in any case: a toast, and the card as it is from now on.
 *
 * - `refused`: nothing counts, and nothing changes
 * - `counted`: the answer counts, and the execution waits for more of them
 * - `decided`: the execution goes on, with `output` as its item
 */
export type Verdict =
	| { kind: 'refused'; response: CallbackResponse }
	| { kind: 'counted'; answers: Answer[]; response: CallbackResponse }
	| { kind: 'decided'; answers: Answer[]; response: CallbackResponse; output: IDataObject };
