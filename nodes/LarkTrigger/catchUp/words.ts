import type { ITriggerFunctions } from 'n8n-workflow';

/** What a trigger has done about the messages that it had missed. */
export interface CaughtUp {
	/** Since when messages were read, Unix time in ms; 0 when there was nothing to do. */
	since: number;
	/** How many of them had not come and were brought to its filters. */
	brought: number;
	/** How many chats, threads or messages there was a failure for. */
	failures: number;
	/** The first one. */
	error?: Error & { description?: string | null };
}

const SCOPES =
	'Catch Up After a Restart needs the scopes im:chat:readonly, im:message:readonly and, for groups, im:message.group_msg.';

/** Says in n8n's log what came of it. */
export function sayCaughtUp(
	context: ITriggerFunctions,
	{ since, brought, failures, error }: CaughtUp,
): void {
	const { name: nodeName } = context.getNode();
	const facts = { nodeName, workflowId: context.getWorkflow().id };
	if (brought > 0) {
		const time = new Date(since).toISOString();
		context.logger.info(
			`"${nodeName}" has taken the messages that were written since ${time} and had not come: ${brought}`,
			facts,
		);
	}
	if (!error) return;
	const why = [error.message, error.description ?? '', SCOPES]
		.filter((sentence) => sentence !== '')
		.map((sentence) => sentence.replace(/\.?$/, '.'))
		.join(' ');
	context.logger.warn(
		`"${nodeName}" could not find all messages that it may have missed before n8n was started (failures: ${failures}). ${why}`,
		facts,
	);
}
