import type { IHookFunctions } from 'n8n-workflow';

import { webhookIdOf } from './liveTriggers';
import type { Sibling } from './siblings';

/** By webhook ID of a trigger to whose URL Lark has pushed since n8n started: how many others depend on it. */
const dependents = new Map<string, number>();

/** Notes for whom a push that came from outside was. */
export function noteDependents(webhookId: string, siblings: Sibling[]): void {
	dependents.set(webhookId, siblings.filter(({ isTest }) => !isTest).length);
}

/** Says in n8n's log that other workflows depend on the URL of a trigger that is being unpublished. */
export function remindOfOthers(context: IHookFunctions): void {
	const webhookId = webhookIdOf(context);
	const count = dependents.get(webhookId) ?? 0;
	dependents.delete(webhookId);
	if (count === 0) return;
	const { name } = context.getNode();
	context.logger.warn(
		`"${name}" is unpublished, and Lark has pushed events to its URL. They no longer reach the other workflows of the app (${count}), unless one of them saves its own URL by itself, which the log says. Otherwise save the Production URL of one of them as request URL in the Lark developer console.`,
		{ nodeName: name, workflowId: context.getWorkflow().id },
	);
}
