import type { IWebhookFunctions } from 'n8n-workflow';

import { DEFAULT_ENDPOINT } from '../../shared/application/ownServer';
import type { PushRequest } from '../../shared/push/openPush';
import { readSignature } from '../../shared/push/signature';
import { CALLBACK_WEBHOOK, EVENT_WEBHOOK, PATHS } from '../callback/webhooks';
import { warn, type ReceivedPush } from '../request';
import { endpointOf, otherTriggers, webhookIdOf, type LiveTrigger } from './liveTriggers';
import { readSaved } from './savedSiblings';
import type { Destination } from './sendOn';

/** Another Lark Trigger of the same app: where it takes events and callbacks. */
export interface Sibling {
	name: string;
	events: Destination;
	callbacks: Destination;
	/** A test run gets events too, but nothing waits for it. */
	isTest: boolean;
	/** Of a published trigger of this n8n, to be kept for the time after a restart. */
	webhookId?: string;
}

type TriggerPlace = Pick<LiveTrigger, 'webhookId' | 'isTest' | 'nodeName'>;

/**
 * The endpoint of published webhooks, which a test run knows, too.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/core/src/execution-engine/node-execution-context/webhook-context.ts
 * `getNodeWebhookUrl`
 */
const productionEndpointOf = (context: IWebhookFunctions): string =>
	endpointOf(context.getNodeWebhookUrl(EVENT_WEBHOOK) ?? '', webhookIdOf(context)) ||
	DEFAULT_ENDPOINT;

/**
 * The other triggers of the app: those whose own secrets prove the push.
 */
export async function siblingsOf(push: ReceivedPush): Promise<Sibling[]> {
	return [...(await localSiblings(push)), ...namedSiblings(push.context)];
}

/** The path of another webhook of the same trigger. */
export const ownPath = (context: IWebhookFunctions, path: string): string =>
	`${prefixOf(context)}${webhookIdOf(context)}/${path}`;

async function localSiblings({ context, body }: ReceivedPush): Promise<Sibling[]> {
	const own = { webhookId: webhookIdOf(context), isTest: context.getMode() === 'manual' };
	const parent = parentOf(prefixOf(context));
	const productionEndpoint = productionEndpointOf(context);

	const others = otherTriggers(own);
	const received = { signature: readSignature(context.getHeaderData()), body };
	const opens = await Promise.all(
		others.map(async (trigger) => await canOpen(context, trigger, received)),
	);
	const live = others.filter((_trigger, index) => opens[index]);
	const known = new Set(others.map(({ webhookId }) => webhookId));
	const saved = readSaved(context, own.webhookId).filter((id) => !known.has(id));
	const siblingAt = (endpointName: string, { webhookId, isTest, nodeName }: TriggerPlace) => ({
		name: nodeName,
		events: { path: `${parent}${endpointName}/${webhookId}/${PATHS[EVENT_WEBHOOK]}` },
		callbacks: { path: `${parent}${endpointName}/${webhookId}/${PATHS[CALLBACK_WEBHOOK]}` },
		isTest,
		webhookId: isTest ? undefined : webhookId,
	});
	return [
		...live.map((trigger) => siblingAt(trigger.endpoint ?? productionEndpoint, trigger)),
		...saved.map((webhookId) =>
			siblingAt(productionEndpoint, { webhookId, isTest: false, nodeName: webhookId }),
		),
	];
}

/** Triggers that have opened a push, so that those whose credential cannot be read for a moment are waited for. */
const family = new WeakSet<LiveTrigger>();

async function canOpen(context: IWebhookFunctions, trigger: LiveTrigger, received: PushRequest) {
	try {
		const opens = await trigger.opens(received);
		if (opens) family.add(trigger);
		return opens;
	} catch (error) {
		const reason = (error as Error).message;
		warn(
			context,
			`could not read the credential of "${trigger.nodeName}" in another workflow: ${reason}`,
		);
		return family.has(trigger);
	}
}

/** The path of the request up to the part that is the node's own: `/webhook/`. */
function prefixOf(context: IWebhookFunctions): string {
	const path = context.getRequestObject().originalUrl.split('?')[0];
	const own = path.indexOf(`/${webhookIdOf(context)}/`);
	return own < 0 ? `/${DEFAULT_ENDPOINT}/` : path.slice(0, own + 1);
}

const parentOf = (prefix: string) =>
	prefix.slice(0, prefix.lastIndexOf('/', prefix.length - 2) + 1);

/** The URLs in Forward To; none when an expression fails, which another push would not change. */
function readForwardTo(context: IWebhookFunctions): unknown {
	try {
		return context.getNodeParameter('webhookOptions.forwardTo', []);
	} catch (error) {
		warn(context, `could not read Forward To: ${(error as Error).message}`);
		return [];
	}
}

/** The triggers in Forward To, for n8n with webhook processes of their own. */
function namedSiblings(context: IWebhookFunctions): Sibling[] {
	const urls = readForwardTo(context);
	const named = [urls].flat().map((url) => String(url ?? '').trim());
	return [...new Set(named)].filter(Boolean).map((url) => {
		return { name: url, events: { url }, callbacks: { url }, isTest: false };
	});
}
