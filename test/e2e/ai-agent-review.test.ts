import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import type { CredentialReference, WorkflowInput } from '../../harness/n8n-server';
import type { User } from '../../sandbox';
import { openSetup, textOf, waitFor, type TestSetup } from '../support/server';
import { publishQuestionListener } from '../support/server/question-listener';
import { request } from '../support/request';
import { startScriptedModel, type ScriptedModel } from '../../harness/scripted-model';

const START = 'Start';
const TOOL = 'Send a message';
const REVIEW = 'Ask first';

const node = (name: string, type: string, typeVersion: number, rest: Partial<INode>): INode => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters: {},
	...rest,
});

describe('an AI agent whose tool needs the yes of a person', () => {
	let setup: TestSetup;
	let model: ScriptedModel;
	let openAiApi: CredentialReference;
	let alice: User;

	beforeAll(async () => {
		setup = await openSetup({ timeScale: 0.01 });
		model = await startScriptedModel();
		openAiApi = await setup.client.createCredential({
			name: `Model ${randomUUID()}`,
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const { world } = setup.sandbox;
		alice = world.userById(world.chats[0].members[0])!;
		await publishQuestionListener(setup);
	});
	afterAll(async () => {
		await setup.close();
		await model.close();
	});
	const group = () => setup.sandbox.world.chats[0];

	const workflow = (path: string): WorkflowInput => ({
		name: 'Agent with review',
		nodes: [
			node(START, 'n8n-nodes-base.webhook', 2.1, {
				webhookId: randomUUID(),
				parameters: { path, httpMethod: 'POST' },
			}),
			node('AI Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, {
				parameters: { promptType: 'define', text: 'Tell them', options: {} },
			}),
			node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
				parameters: { model: { __rl: true, mode: 'id', value: 'scripted' } },
				credentials: { openAiApi },
			}),
			node(TOOL, 'n8n-nodes-lark-im.larkTool', 1, {
				parameters: {
					receiver: { __rl: true, mode: 'address', value: group().chatId },
					text: "={{ $fromAI('Text') }}",
				},
				credentials: { larkApi: setup.larkApi },
			}),
			node(REVIEW, 'n8n-nodes-lark-im.larkHitlTool', 1, {
				parameters: {
					receiver: { __rl: true, mode: 'address', value: group().chatId },
					approvalOptions: { values: { approvalType: 'double', declineReason: 'optional' } },
				},
				credentials: { larkApi: setup.larkApi },
			}),
		],
		connections: {
			[START]: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] },
			[TOOL]: { ai_tool: [[{ node: REVIEW, type: 'ai_tool', index: 0 }]] },
			[REVIEW]: { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	});

	/** Starts the agent, and gives the card by which it asks. */
	const asking = async () => {
		group().messages.splice(0);
		const toolParameters = { Text: 'The backup has finished' };
		model.follow({ calls: [{ toolParameters, hitlParameters: {} }] }, { text: 'Done' });
		const path = randomUUID();
		const saved = await setup.saveWorkflow(workflow(path));
		await setup.client.publish(saved);
		const sent = await request(`${setup.url}/webhook/${path}`, 'POST', { headers: {}, body: '' });
		expect(sent.status).toBe(200);
		const executionId = await waitFor('the waiting execution', async () => {
			const [first] = await setup.client.executions(saved.id);
			return first?.status === 'waiting' ? first.id : undefined;
		});
		return { executionId, saved, card: group().messages[0] };
	};
	const end = async (executionId: string) =>
		await waitFor('the end of the agent', async () => {
			const execution = await setup.client.execution(executionId);
			return ['waiting', 'running', 'new'].includes(execution.status) ? undefined : execution;
		});
	const answerOfTool = () =>
		model.asked[1].messages.filter(({ role }) => role === 'tool')[0].content;

	it('is offered by n8n for human review', async () => {
		const types = await setup.client.nodeTypes();
		expect(types.map(({ name }) => name)).toContain('n8n-nodes-lark-im.larkHitlTool');
	});

	it('runs the tool when it is approved', async () => {
		const { executionId, saved, card } = await asking();
		expect(card.sentContent).toContain('The backup has finished');
		const toast = await setup.sandbox.press({
			from: alice,
			message: card.messageId,
			button: 0,
			form: {},
		});
		expect(toast).toMatchObject({ type: 'success' });
		expect((await end(executionId)).status).toBe('success');
		expect(group().messages.map(textOf)).toContain('The backup has finished');
		expect(answerOfTool()).toContain(group().messages[1].messageId);
		await setup.client.unpublish(saved.id);
	});

	it('gets the reason when it is declined, and the tool does not run', async () => {
		const { executionId, saved, card } = await asking();
		await setup.sandbox.press({
			from: alice,
			message: card.messageId,
			button: 1,
			form: { reason: 'Wait until Monday' },
		});
		expect((await end(executionId)).status).toBe('success');
		expect(group().messages).toHaveLength(1);
		expect(answerOfTool()).toContain('Wait until Monday');
		await setup.client.unpublish(saved.id);
	});
});
