import { NodeOperationError, type ITriggerFunctions, type ITriggerResponse } from 'n8n-workflow';

import { CALLBACKS, type CallbackResponse } from '../shared/trigger/callback/callbackResponse';
import { checkSettings, toNodeError, type TriggerSettings } from '../shared/trigger/checkSettings';
import { choose } from '../shared/trigger/chooseEvent';
import type { LarkEvent } from '../shared/push/envelope';
import { withTimeout } from '../shared/trigger/withTimeout';
import { InputError } from '../shared/inputError';
import { baseUrlOf } from '../shared/transport/hosts';
import type { LarkApp } from './connection/discovery';
import { join } from './connection/registry';
import { startOnce } from './startExecution';

/** Lark waits 3 s for the answer to a callback and never sends it again. */
const CALLBACK_PATIENCE_MS = 1_500;

const APP_ID = /^cli_[0-9a-fA-F]{16}$/;

async function readApp(context: ITriggerFunctions): Promise<LarkApp> {
	const credential = await context.getCredentials('larkApi');
	const [appId, appSecret] = [credential.appId, credential.appSecret].map((value) =>
		String(value ?? '').trim(),
	);
	if (!APP_ID.test(appId)) {
		throw new InputError(
			'The App ID of the Lark credential is not one',
			'It starts with cli_ and has 16 letters and digits after that. Copy it from the developer console (Credentials & Basic Info).',
		);
	}
	return { baseUrl: baseUrlOf(credential), appId, appSecret };
}

/** @returns the answer to a callback; undefined for other events and for what was not chosen */
async function take(
	context: ITriggerFunctions,
	{ settings, answer }: TriggerSettings,
	event: LarkEvent,
): Promise<CallbackResponse | undefined> {
	const chosen = await choose(context, event, settings);
	if (!chosen) return undefined;
	const isCallback = CALLBACKS.has(event.type);
	const stored = startOnce(context, chosen, settings);
	if (!isCallback) {
		await stored;
		return undefined;
	}
	const outcome = stored.then(
		() => true,
		() => false,
	);
	if ((await withTimeout(CALLBACK_PATIENCE_MS, outcome)) === false) {
		throw new NodeOperationError(context.getNode(), 'n8n could not store the callback');
	}
	return answer;
}

/**
 * Joins the long connection of the node's app, for a published workflow or a test run.
 *
 * @throws NodeOperationError whose message alone says what to fix
 */
export async function listen(context: ITriggerFunctions): Promise<ITriggerResponse> {
	try {
		const orders = checkSettings(context);
		const leave = await join(await readApp(context), {
			http: context.helpers.httpRequest,
			logger: context.logger,
			take: async (event) => await take(context, orders, event),
			lost: (reason) => context.emitError(toNodeError(context, reason)),
		});
		return { closeFunction: async () => leave() };
	} catch (error) {
		throw toNodeError(context, error as Error);
	}
}
