import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

import type { CredentialReference, SavedWorkflow } from '../../harness/n8n-server';
import { replyTo } from '../../harness/conversation';
import { startScriptedModel, type ScriptedModel } from '../../harness/scripted-model';
import { openSetup, textOf, type TestSetup } from '../support/server';
import { step } from './harness/step';

const MODEL = 'ai_languageModel';
const TRIGGERS = {
	larkTrigger: 'Lark Trigger',
	larkLongConnectionTrigger: 'Lark Long Connection Trigger',
};

describe('a live answer', () => {
	let setup: TestSetup;
	let model: ScriptedModel;
	let openAiApi: CredentialReference;

	beforeAll(async () => {
		setup = await openSetup();
		model = await startScriptedModel();
		openAiApi = await setup.client.createCredential({
			name: `Model ${randomUUID()}`,
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
	});
	afterAll(async () => {
		await setup.close();
		await model.close();
	});

	/** Publishes a workflow whose agent answers messages, and lets events come to it. */
	async function publishAgent(
		trigger: keyof typeof TRIGGERS,
		options: INodeParameters = {},
	): Promise<SavedWorkflow> {
		const { client, larkApi, sandbox } = setup;
		const name = TRIGGERS[trigger];
		const lark = { larkApi };
		const nodes: INode[] = [
			{
				...step(name, `n8n-nodes-lark-im.${trigger}`, 1, {}),
				webhookId: randomUUID(),
				credentials: lark,
			},
			step('AI Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, {
				promptType: 'define',
				text: '={{ $json.chatInput }}',
				options: {},
			}),
			{ ...step('Live', 'n8n-nodes-lark-im.larkLiveAnswer', 1, { options }), credentials: lark },
			{
				...step('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
					model: { __rl: true, mode: 'id', value: 'scripted' },
				}),
				credentials: { openAiApi },
			},
		];
		const workflow = await setup.saveWorkflow({
			name: 'Agent',
			nodes,
			connections: {
				[name]: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
				Live: { [MODEL]: [[{ node: 'AI Agent', type: MODEL, index: 0 }]] },
				Model: { [MODEL]: [[{ node: 'Live', type: MODEL, index: 0 }]] },
			},
			settings: { executionOrder: 'v1' },
		});
		await client.publish(workflow);
		const { appId } = sandbox.app;
		if (trigger === 'larkTrigger') await sandbox.subscribe(appId, client.webhookUrl(workflow, name));
		else sandbox.useLongConnection(appId);
		return workflow;
	}

	function say(text: string) {
		const { sandbox } = setup;
		const [from] = sandbox.world.users;
		const bot = { type: 'app' as const, appId: sandbox.app.appId };
		const { chatId } = sandbox.world.openP2p(from.userId, bot);
		return sandbox.say({ from, chat: chatId, text });
	}

	it('experiment', async () => {
		const { id } = await publishAgent('larkTrigger');
		model.follow({ text: 'Hello **there**, this is an answer of several words.', everyMs: 50 });
		const said = say('hi');
		const [{ status, data }] = await setup.executionsOf(id, 1);
		console.log(status, data.resultData.error);
		for (const { method, path, status: code, body, response } of setup.sandbox.requests as any) if (/cardkit|reply/.test(path)) console.log(method, path, code, JSON.stringify(body), JSON.stringify(response));
	});
});
