import type { IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { openPush, type PushRequest } from '../../shared/push/openPush';
import type { PushSecrets } from '../../shared/push/secrets';
import { EVENT_WEBHOOK } from '../callback/webhooks';
import { openWithSecrets } from '../secrets';

/** A Lark Trigger that can get events in this process: published, or listening for a test. */
export interface LiveTrigger {
	/** What its URLs have between n8n's endpoint and the path of the webhook. */
	webhookId: string;
	/** A test run gets events too, but nothing waits for it. */
	isTest: boolean;
	/** n8n's endpoint for tests, such as `webhook-test`; unknown for a published trigger. */
	endpoint?: string;
	nodeName: string;
	/**
	 * Whether the push proves to come from Lark by the secrets of the trigger's own credential.
	 *
	 * @throws when n8n cannot read the credential
	 */
	opens(push: PushRequest): Promise<boolean>;
	/** Of a published trigger: where it can start executions. */
	context?: ITriggerFunctions;
}

type NodeContext = IHookFunctions | ITriggerFunctions | IWebhookFunctions;

const live = new Map<string, LiveTrigger>();

const keyOf = ({ webhookId, isTest }: Pick<LiveTrigger, 'webhookId' | 'isTest'>) =>
	`${isTest ? 'test' : 'production'}:${webhookId}`;

/**
 * The part of a node's webhook paths that is its own.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/workflow/src/node-helpers.ts `getNodeWebhookPath`
 */
export function webhookIdOf(context: NodeContext): string {
	const { webhookId, name } = context.getNode();
	return webhookId ?? `${context.getWorkflow().id}/${encodeURIComponent(name.toLowerCase())}`;
}

/** n8n's endpoint in the URL of a webhook: the part before that of the node, such as `webhook`. */
export const endpointOf = (url: string, webhookId: string): string | undefined =>
	url
		.slice(0, url.indexOf(`/${webhookId}/`))
		.split('/')
		.at(-1);

/**
 * Adds a published trigger. n8n starts all of them again after a restart, in its main process.
 *
 * @returns a function that removes it
 */
export function addPublished(context: ITriggerFunctions): () => void {
	return add({
		webhookId: webhookIdOf(context),
		isTest: false,
		nodeName: context.getNode().name,
		opens: async (push) => {
			const opened = await openWithSecrets(context, push, Date.now());
			return opened.push.kind === 'event';
		},
		context,
	});
}

/** Adds a trigger that listens for a test. */
export function addTest(context: IHookFunctions, secrets: PushSecrets): void {
	const webhookId = webhookIdOf(context);
	add({
		webhookId,
		isTest: true,
		endpoint: endpointOf(context.getNodeWebhookUrl(EVENT_WEBHOOK) ?? '', webhookId),
		nodeName: context.getNode().name,
		opens: async (push) => openPush(push, secrets, Date.now()).kind === 'event',
	});
}

/**
 * Removes a trigger whose test has ended. When n8n ends a test or a publication, only the address tells which.
 *
 * @returns whether it was a test
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/test-webhooks.ts `deactivateWebhooks`
 */
export function removeTest(context: IHookFunctions): boolean {
	const webhookId = webhookIdOf(context);
	const key = keyOf({ webhookId, isTest: true });
	const endpoint = endpointOf(context.getNodeWebhookUrl(EVENT_WEBHOOK) ?? '', webhookId);
	const isTest = live.get(key)?.endpoint === endpoint && live.has(key);
	if (isTest) live.delete(key);
	return isTest;
}

/** Whether a published trigger is live in this process. A process that only runs webhooks has none. */
export const isLive = (webhookId: string): boolean => live.has(keyOf({ webhookId, isTest: false }));

/** Where a published trigger can start executions, if it is live in this process. */
export const liveContext = (webhookId: string): ITriggerFunctions | undefined =>
	live.get(keyOf({ webhookId, isTest: false }))?.context;

/** The live triggers of this process but one. */
export function otherTriggers(own: Pick<LiveTrigger, 'webhookId' | 'isTest'>): LiveTrigger[] {
	const ownKey = keyOf(own);
	return [...live].filter(([key]) => key !== ownKey).map(([, trigger]) => trigger);
}

function add(trigger: LiveTrigger): () => void {
	const key = keyOf(trigger);
	live.set(key, trigger);
	return () => {
		if (live.get(key) === trigger) live.delete(key);
	};
}
