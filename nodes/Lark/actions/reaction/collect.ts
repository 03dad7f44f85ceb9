import type { Client } from '@larksuiteoapi/node-sdk';
import type { IDataObject } from 'n8n-workflow';

import type { LarkData } from '../../../shared/transport/endpoint';

/** A message to ask about, and from which page on. */
export interface ReactionQuery {
	message_id: string;
	page_token?: string;
}

type ReactionPage = LarkData<Client['im']['v1']['messageReaction']['batchQuery']>;

/**
 * Asks for the reactions to messages until no message has a further page.
 *
 * @param ask sends one request
 * @returns one record per message, in the order given
 * @see im-v1/message-reaction/batch_query
 */
export async function collectReactions(
	ids: string[],
	ask: (queries: ReactionQuery[]) => Promise<ReactionPage>,
): Promise<IDataObject[]> {
	const records = new Map<string, IDataObject>(ids.map((message_id) => [message_id, {}]));
	let queries: ReactionQuery[] = ids.map((message_id) => ({ message_id }));
	while (queries.length > 0) {
		const page = await ask(queries);
		addCountsAndFailures(records, page);
		queries = addReactions(records, page, queries);
	}
	return ids.map((message_id) => ({ message_id, ...records.get(message_id) }));
}

function addCountsAndFailures(records: Map<string, IDataObject>, page: ReactionPage): void {
	for (const { message_id = '', reaction_count } of page.success_msg_reaction_counts ?? []) {
		Object.assign(records.get(message_id) ?? {}, { reaction_count });
	}
	for (const { message_id = '', fail_reason } of page.fail_msg_reaction_details ?? []) {
		Object.assign(records.get(message_id) ?? {}, { fail_reason });
	}
}

/** @returns what to ask next; a page token that comes again ends its message */
function addReactions(
	records: Map<string, IDataObject>,
	page: ReactionPage,
	asked: ReactionQuery[],
): ReactionQuery[] {
	const next: ReactionQuery[] = [];
	for (const details of page.success_msg_reaction_details ?? []) {
		const { message_id = '', has_more, page_token, message_reaction_items = [] } = details;
		const record = records.get(message_id);
		if (!record) continue;
		const known = (record.message_reaction_items ?? []) as IDataObject[];
		record.message_reaction_items = [...known, ...message_reaction_items];
		const isNew = asked.every((query) => query.page_token !== page_token);
		if (has_more && page_token && isNew) next.push({ message_id, page_token });
	}
	return next;
}
