import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import type { CredentialReference, WorkflowInput } from '../../harness/n8n-server';
import { chatNamed, openSetup, textOf, type TestSetup } from '../support/server';
import { startScriptedModel, type ScriptedModel } from '../../harness/scripted-model';

const START = 'When executed by hand';
const TOOL = 'Send a message';

/** Agents since version 3 run tools as nodes of the execution; older versions run them inside the agent node. */
describe.each([3.1, 2.2])('an AI agent (version %s) with the Lark tool', (version) => {
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
	const group = () => chatNamed(setup.sandbox.world, 'Incident Response');
	beforeEach(() => group().messages.splice(0));

	const node = (name: string, type: string, typeVersion: number, rest: Partial<INode>): INode => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters: {},
		...rest,
	});

	const workflow = (): WorkflowInput => ({
		name: 'Agent',
		nodes: [
			node(START, 'n8n-nodes-base.manualTrigger', 1, {}),
			node('AI Agent', '@n8n/n8n-nodes-langchain.agent', version, {
				parameters: { promptType: 'define', text: 'Tell them', options: {} },
			}),
			node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
				parameters: { model: { __rl: true, mode: 'id', value: 'scripted' } },
				credentials: { openAiApi },
			}),
			node(TOOL, 'n8n-nodes-lark-im.larkTool', 1, {
				parameters: {
					receiver: { __rl: true, mode: 'address', value: "={{ $fromAI('Send_To') }}" },
					text: "={{ $fromAI('Text') }}",
				},
				credentials: { larkApi: setup.larkApi },
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 1,
			}),
		],
		connections: {
			[START]: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] },
			[TOOL]: { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	});

	const run = async () => {
		const { id } = await setup.saveWorkflow(workflow());
		return await setup.client.runWorkflow(id, START);
	};
	const saying = (Text: string) => ({ Send_To: group().chatId, Text });

	it('tells the model what the tool does and returns a short result', async () => {
		model.follow({ calls: [saying('The backup has finished')] }, { text: 'Done' });
		expect((await run()).status).toBe('success');

		const [first, second] = model.asked;
		expect(first.tools[0].function.description).toBe('Send a message in Lark');
		expect(first.tools[0].function.parameters).toMatchObject({ required: ['Send_To', 'Text'] });
		const [answer] = second.messages.filter(({ role }) => role === 'tool');
		expect(answer.content).toContain(group().messages[0].messageId);
		expect(answer.content.length).toBeLessThan(1000);
	});

	it('continues after a wrong call, whose error says why', async () => {
		model.follow({ calls: [{ ...saying('ok'), Send_To: 'Ops team' }] }, { text: 'Sorry' });
		const { data } = await run();
		const [{ error }] = data.resultData.runData[TOOL];
		expect(error?.message).toContain('no ID, email address or phone number looks like this');
		expect(model.asked).toHaveLength(2);
	});

	it('sends what a model writes as it is written: nobody is mentioned by it', async () => {
		const text = 'Hi <at user_id="all"></at> [a](https://b.c)';
		model.follow({ calls: [saying(text)] }, { text: 'Done' });
		expect((await run()).status).toBe('success');
		expect(textOf(group().messages[0]).replaceAll('\u200b', '')).toBe(text);
	});

	it('sends two equal messages, at once and one after the other', async () => {
		const ok = saying('ok');
		model.follow({ calls: [ok, ok] }, { calls: [ok] }, { text: 'Done' });
		expect((await run()).status).toBe('success');
		expect(group().messages.map(textOf)).toEqual(['ok', 'ok', 'ok']);
	});

	it('sends once when n8n tries the same call again', async () => {
		const faults = ['lose' as const, { status: 400, body: { code: 230099, msg: 'failed' } }];
		const heal = setup.sandbox.intercept(({ path }) =>
			path.endsWith('/messages') ? faults.shift() : undefined,
		);
		model.follow({ calls: [saying('ok')] }, { text: 'Done' });
		const { status } = await run();
		heal();
		expect(status).toBe('success');
		expect(faults).toEqual([]);
		expect(group().messages.map(textOf)).toEqual(['ok']);
		const [answer] = model.asked[1].messages.filter(({ role }) => role === 'tool');
		expect(answer.content).toContain(group().messages[0].messageId);
	});
});
