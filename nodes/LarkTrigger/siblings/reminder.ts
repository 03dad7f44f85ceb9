import type { IHookFunctions } from 'n8n-workflow';

import { credentialAppId } from '../secrets';
import { otherTriggers, webhookIdOf } from './liveTriggers';

/** Triggers whose URL Lark has pushed to since n8n started. */
const pushedTo = new Set<string>();

/** Notes that a push has come to a trigger from outside. */
export function notePushTo(webhookId: string): void {
	pushedTo.add(webhookId);
}

/** Says in n8n's log that other workflows depend on the URL of a trigger that is being unpublished. */
export async function remindOfOthers(context: IHookFunctions): Promise<void> {
	const own = webhookIdOf(context);
	if (!pushedTo.delete(own)) return;
	const appId = await credentialAppId(context).catch(() => undefined);
	const others = await Promise.all(
		otherTriggers({ webhookId: own, isTest: false })
			.filter(({ isTest }) => !isTest)
			.map(async (trigger) => (await trigger.appId().catch(() => undefined)) === appId),
	);
	const count = others.filter(Boolean).length;
	if (appId === undefined || count === 0) return;
	const { name } = context.getNode();
	context.logger.warn(
		`"${name}" is unpublished, and Lark has pushed events to its URL. They no longer reach the other workflows of app ${appId} (${count}): save the Production URL of one of them as request URL in the Lark developer console.`,
		{ nodeName: name, workflowId: context.getWorkflow().id },
	);
}
