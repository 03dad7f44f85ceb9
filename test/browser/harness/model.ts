import type { Page } from 'playwright-core';

import { startScriptedModel, type ScriptedModel } from '../../../harness/scripted-model';
import { addBelow, closePanel, zoomToFit } from './canvas';
import { enterId } from './panel';
import type { BrowserSetup } from './setup';

/** Starts a model that follows a script, and saves the credential for it. */
export async function connectModel({ client }: BrowserSetup): Promise<ScriptedModel> {
	const model = await startScriptedModel();
	const data = { apiKey: 'none', url: model.url };
	await client.createCredential({ name: 'OpenAI account', type: 'openAiApi', data });
	return model;
}

/** Connects the chat model to a node on the canvas, and closes its panel. */
export async function addModel(editor: Page, node: string): Promise<void> {
	await addBelow(editor, node, 'ai_languageModel', 'OpenAI Chat Model');
	await enterId(editor, 'model', 'scripted');
	await closePanel(editor);
	await zoomToFit(editor);
}
