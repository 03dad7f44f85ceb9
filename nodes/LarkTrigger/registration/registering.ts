import type { IHookFunctions, Logger } from 'n8n-workflow';

import type { ConnectedApp } from '../../shared/connection/status';
import type { UrlWish } from '../../shared/requestUrl/decideUrl';
import { isPublishedUrl } from '../../shared/requestUrl/publishedUrls';
import type { LarkClient } from '../../shared/transport/client';
import { openClient } from '../../shared/transport/openClients';
import { newFileSlots, newTally } from '../../shared/transport/requestSettings';
import { readSettings } from '../../shared/trigger/settings';
import { CALLBACK_WEBHOOK, EVENT_WEBHOOK } from '../callback/webhooks';
import { webhookIdOf } from '../siblings/liveTriggers';
import { readRegistration } from './properties';

/** A trigger that tells Lark its address, with all that it knows of itself: n8n forgets its context soon. */
export interface Registering {
	lark: LarkClient;
	/** Opens a client with what the credential has meanwhile. */
	reopen(): Promise<LarkClient>;
	wish: UrlWish;
	/** Where it takes callbacks. */
	callbacks: string;
	/** The events and callbacks that it waits for. */
	types: string[];
	/** Whether it is to tell Lark its address at all. */
	registers: boolean;
	nodeName: string;
	logger: Logger;
	workflowId?: string;
	app: ConnectedApp;
}

/** Someone may be waiting for the publishing. */
const settings = () => ({
	maxRetries: 1,
	maxRetryMs: 3_000,
	keepsLimits: true,
	files: newFileSlots(),
	tally: newTally(),
});

/** Where the addresses of this n8n begin: what stands before its endpoint, such as `/webhook/`. */
function startOf(url: string, webhookId: string): string {
	const endpoint = url.slice(0, url.indexOf(`/${webhookId}/`));
	return endpoint.slice(0, endpoint.lastIndexOf('/'));
}

/** @returns undefined for a credential without a usable address */
function appOfClient(lark: LarkClient): ConnectedApp | undefined {
	try {
		return { baseUrl: lark.app.consoleUrl, appId: lark.app.appId };
	} catch {
		return undefined;
	}
}

/**
 * Reads what the registration of a trigger needs.
 *
 * @returns undefined for a credential without a usable address, by which nothing can be asked; events come all the same
 * @throws when n8n cannot read the credential
 */
export async function readRegistering(context: IHookFunctions): Promise<Registering | undefined> {
	const reopen = async () => await openClient(context, 'bot', settings());
	const lark = await reopen();
	const app = appOfClient(lark);
	if (!app) return undefined;
	const target = context.getNodeWebhookUrl(EVENT_WEBHOOK) ?? '';
	const { registers, replaces } = readRegistration(context);
	return {
		lark,
		reopen,
		app,
		wish: {
			target,
			ownUrl: startOf(target, webhookIdOf(context)),
			isTest: context.getMode() === 'manual',
			replaces,
			isPublished: isPublishedUrl,
		},
		callbacks: context.getNodeWebhookUrl(CALLBACK_WEBHOOK) ?? '',
		types: [...readSettings(context).events],
		registers,
		nodeName: context.getNode().name,
		logger: context.logger,
		workflowId: context.getWorkflow().id,
	};
}
