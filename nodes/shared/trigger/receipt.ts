import {
	sleep,
	type IExecuteFunctions,
	type INodeExecutionData,
	type ITriggerFunctions,
} from 'n8n-workflow';

import { createReaction, deleteReaction } from '../lark/reactions';
import { openClient } from '../transport/openClients';
import { MESSAGE_RECEIVED } from '../events/message';
import { toText } from '../events/values';
import { uncancelled } from '../transport/uncancelled';
import { readReceipt } from './settings';

/** How long a reaction stays at most, in ms. */
const LONGEST_MS = 5 * 60 * 1_000;

/**
 * Reacts to the messages of an execution, if the trigger is set to, and takes that back when the execution has
 * ended. Returns at once and never throws: without the scope there is no reaction, and the log says why.
 *
 * @param ended settles when the execution has ended
 */
export function reactUntil(
	context: ITriggerFunctions | IExecuteFunctions,
	items: INodeExecutionData[],
	ended: Promise<unknown>,
): void {
	const source = {
		getNodeParameter: (name: string, fallback?: unknown) =>
			(context as IExecuteFunctions).getNodeParameter(name, 0, fallback),
	};
	const emoji = readReceipt('emit' in context ? context : source);
	const messages = items.filter(({ json }) => json.event_type === MESSAGE_RECEIVED);
	const ids = messages.map(({ json }) => toText(json.message_id)).filter(Boolean);
	if (!emoji || ids.length === 0) return;
	void react(context, ids, emoji, ended).catch((error: Error) => {
		const { name } = context.getNode();
		context.logger.warn(`"${name}" could not react to a message: ${error.message}`);
	});
}

async function react(
	context: ITriggerFunctions | IExecuteFunctions,
	ids: string[],
	emoji: string,
	ended: Promise<unknown>,
): Promise<void> {
	const client = await openClient(uncancelled(context), 'bot');
	const reactions = ids.map(async (id) => {
		const path = { message_id: id };
		const body = { reaction_type: { emoji_type: emoji } };
		const { reaction_id } = await client.call(createReaction, { path, body });
		return { message_id: id, reaction_id: String(reaction_id) };
	});
	const made = await Promise.all(reactions);
	const timer = new AbortController();
	const nothing = () => undefined;
	await Promise.race([ended, sleep(LONGEST_MS, timer.signal)]).catch(nothing);
	timer.abort();
	await Promise.all(made.map(async (path) => await client.call(deleteReaction, { path })));
}
