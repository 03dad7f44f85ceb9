import { NodeOperationError, type ITriggerFunctions, type ITriggerResponse } from 'n8n-workflow';

import { appOf } from '../shared/decision/appKeys';
import { answerQuestion, unanswerable } from '../shared/decision/click/answerQuestion';
import { CARD_ACTION } from '../shared/events/cardAction';
import { CALLBACKS } from '../shared/events/catalog';
import { InputError } from '../shared/inputError';
import type { LarkEvent } from '../shared/push/envelope';
import { endLeftBehind } from '../shared/stream/leftBehind';
import { baseUrlOf } from '../shared/transport/hosts';
import { pasted } from '../shared/transport/pasted';
import type { CallbackResponse } from '../shared/trigger/callback/callbackResponse';
import { checkSettings, toNodeError, type TriggerSettings } from '../shared/trigger/checkSettings';
import { chooseEvent } from '../shared/trigger/chooseEvent';
import { withTimeout } from '../shared/trigger/withTimeout';
import { answerOfWorkflow } from './answerOfWorkflow';
import type { LarkApp } from './connection/discovery';
import { subscribe } from './connection/registry';
import { startOnChange } from './connectionStatus';
import { startExecution } from './startExecution';

/** How long n8n may take to store a callback, in ms. Lark waits 3 s for the response and never sends it again. */
const CALLBACK_STORED_MS = 1_500;

const APP_ID = /^cli_[0-9a-fA-F]{16}$/;

/**
 * Subscribes to the events of the node's app, for a published workflow or a test run.
 *
 * @throws NodeOperationError whose message alone says what to fix
 */
export async function listen(context: ITriggerFunctions): Promise<ITriggerResponse> {
	try {
		const settings = checkSettings(context);
		const app = await readApp(context);
		void endLeftBehind(context);
		const unsubscribe = await subscribe(app, {
			http: context.helpers.httpRequest,
			logger: context.logger,
			onEvent: async (event) => await handleEvent(context, settings, event),
			onChange: (change) => startOnChange(context, app.appId, change),
			onLost: (reason) => context.emitError(toNodeError(context, reason)),
		});
		return { closeFunction: async () => unsubscribe() };
	} catch (error) {
		throw toNodeError(context, error as Error);
	}
}

async function readApp(context: ITriggerFunctions): Promise<LarkApp> {
	const credential = await context.getCredentials('larkApi');
	const [appId, appSecret] = [credential.appId, credential.appSecret].map(pasted);
	if (!APP_ID.test(appId)) {
		throw new InputError(
			'The App ID of the Lark credential is wrong',
			'It starts with cli_ and has 16 letters and digits after that. Copy it from the developer console (Credentials & Basic Info).',
		);
	}
	return { baseUrl: baseUrlOf(credential), appId, appSecret };
}

/** The response to a click on a question of Send and Wait for Response; undefined for every other event. */
async function answerToQuestion(
	context: ITriggerFunctions,
	event: LarkEvent,
): Promise<CallbackResponse | undefined> {
	if (event.type !== CARD_ACTION) return undefined;
	const [now, startedAt] = [Date.now(), performance.now()];
	const app = appOf(await context.getCredentials('larkApi'));
	const answer = await answerQuestion({ event, context, app, now, startedAt });
	return typeof answer === 'string' ? unanswerable(answer, context) : answer;
}

/** @returns the response to a callback; undefined for other events and for what was not chosen */
async function handleEvent(
	context: ITriggerFunctions,
	{ settings, callbackResponse }: TriggerSettings,
	event: LarkEvent,
): Promise<CallbackResponse | undefined> {
	const answer = await answerToQuestion(context, event);
	if (answer) return answer;
	const chosen = await chooseEvent(context, event, settings);
	if (!chosen) return undefined;
	if (!CALLBACKS.has(event.type)) {
		await startExecution(context, chosen, settings);
		return undefined;
	}
	// The connection of a test run is closed as soon as the event has come.
	const isTest = context.getMode() === 'manual';
	if (!isTest && context.getNodeParameter('callbackAnswer', 'onReceived') === 'responseNode') {
		return await answerOfWorkflow(context, callbackResponse, async (answer) => {
			await startExecution(context, chosen, settings, answer);
		});
	}
	const stored = startExecution(context, chosen, settings);
	const outcome = stored.then(
		() => true,
		() => false,
	);
	if ((await withTimeout(CALLBACK_STORED_MS, outcome)) === false) {
		throw new NodeOperationError(context.getNode(), 'n8n could not store the callback');
	}
	return callbackResponse;
}
