import type { IWebhookFunctions } from 'n8n-workflow';

import { CALLBACK_WEBHOOK, EVENT_WEBHOOK, PATHS } from '../callback/webhooks';
import { warn, type ReceivedPush } from '../request';
import { otherTriggers, webhookIdOf, type LiveTrigger } from './liveTriggers';
import { isForwarded, type Destination } from './sendOn';

/** Another Lark Trigger of the same app: where it takes events and callbacks. */
export interface Sibling {
	name: string;
	events: Destination;
	callbacks: Destination;
	/** A test run gets events too, but nothing waits for it. */
	isTest: boolean;
}

/** n8n's name for the endpoint of published webhooks, unless its settings have another. */
const DEFAULT_ENDPOINT = 'webhook';

/** The endpoint of published webhooks, as the latest push to one had it. */
let productionEndpoint = DEFAULT_ENDPOINT;

/**
 * The other triggers of the app; none for a push that has been forwarded. Whether the push is for them,
 * they decide by their own secrets.
 */
export async function siblingsOf(push: ReceivedPush): Promise<Sibling[]> {
	const { context } = push;
	if (isForwarded(context)) return [];
	return [...(await localSiblings(push)), ...namedSiblings(context)];
}

/** The path of another webhook of the same trigger. */
export const ownPath = (context: IWebhookFunctions, path: string): string =>
	`${prefixOf(context)}${webhookIdOf(context)}/${path}`;

async function localSiblings({ context, appId }: ReceivedPush): Promise<Sibling[]> {
	const isTest = context.getMode() === 'manual';
	const prefix = prefixOf(context);
	const [parent, endpoint] = [parentOf(prefix), prefix.slice(parentOf(prefix).length, -1)];
	if (!isTest) productionEndpoint = endpoint;
	const found = await Promise.all(
		otherTriggers({ webhookId: webhookIdOf(context), isTest }).map(async (trigger) => {
			if ((await askForApp(context, trigger)) !== appId) return [];
			const base = `${parent}${trigger.endpoint ?? productionEndpoint}/${trigger.webhookId}/`;
			return [
				{
					name: trigger.nodeName,
					events: { path: base + PATHS[EVENT_WEBHOOK] },
					callbacks: { path: base + PATHS[CALLBACK_WEBHOOK] },
					isTest: trigger.isTest,
				},
			];
		}),
	);
	return found.flat();
}

async function askForApp(context: IWebhookFunctions, trigger: LiveTrigger) {
	try {
		return await trigger.appId();
	} catch (error) {
		const reason = (error as Error).message;
		warn(context, `could not ask "${trigger.nodeName}" of another workflow for its app: ${reason}`);
		return undefined;
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

/** The triggers in Forward To, for n8n with webhook processes of their own. */
function namedSiblings(context: IWebhookFunctions): Sibling[] {
	const urls = context.getNodeParameter('webhookOptions.forwardTo', []) as string[];
	const named = [urls].flat().map((url) => String(url ?? '').trim());
	return [...new Set(named)].filter(Boolean).map((url) => {
		return { name: url, events: { url }, callbacks: { url }, isTest: false };
	});
}
