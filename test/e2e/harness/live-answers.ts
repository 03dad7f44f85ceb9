import { randomUUID } from 'node:crypto';
import type { IConnections, INode } from 'n8n-workflow';

import type { CredentialReference, Execution, SavedWorkflow } from '../../../harness/n8n-server';
import { startScriptedModel, type ScriptedModel } from '../../../harness/scripted-model';
import type { Turn } from '../../../harness/scripted-turn';
import type { Message } from '../../../sandbox';
import { waitFor, type TestSetup } from '../../support/server';
import { step } from './step';

export const MODEL = 'ai_languageModel';
export const TRIGGER = 'Trigger';
export const AGENT = 'AI Agent';

/** What starts an answer, and what shows it: the switch of the trigger, or the node between agent and model. */
export interface Way {
	type: 'larkTrigger' | 'larkLongConnectionTrigger';
	isSwitch: boolean;
}

/** All that there are. */
export const WAYS: Record<string, Way> = {
	'Stream the Answer of the Lark Trigger': { type: 'larkTrigger', isSwitch: true },
	'Lark Live Answer after the Lark Trigger': { type: 'larkTrigger', isSwitch: false },
	'Lark Live Answer after the Lark Long Connection Trigger': {
		type: 'larkLongConnectionTrigger',
		isSwitch: false,
	},
};

/** Nodes and connections of a workflow. */
export interface Graph {
	nodes: INode[];
	connections: IConnections;
}

interface AnswerCard {
	config: { streaming_mode?: boolean; summary?: { content: string } };
	body: { elements: Array<{ element_id: string; content?: string; text?: { content: string } }> };
}

const main = (node: string) => ({ node, type: 'main' as const, index: 0 });
const asModel = (node: string) => ({ node, type: MODEL, index: 0 }) as const;

/** Answers of a scripted model in a test's Lark. */
export class LiveAnswers {
	private constructor(
		private readonly setup: TestSetup,
		readonly model: ScriptedModel,
		private readonly openAiApi: CredentialReference,
	) {}

	/** @param url of the model, as n8n reaches it */
	static async open(setup: TestSetup): Promise<LiveAnswers> {
		const model = await startScriptedModel();
		const openAiApi = await setup.client.createCredential({
			name: `Model ${randomUUID()}`,
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		return new LiveAnswers(setup, model, openAiApi);
	}

	async close(): Promise<void> {
		await this.model.close();
	}

	trigger({ type, isSwitch }: Way, answerOptions: object = {}): INode {
		const parameters = isSwitch ? { streamAnswer: true, answerOptions } : {};
		return {
			...step(TRIGGER, `n8n-nodes-lark-im.${type}`, 1, parameters as never),
			webhookId: randomUUID(),
			credentials: { larkApi: this.setup.larkApi },
		};
	}

	chatModel(name = 'Model', options: object = {}): INode {
		const model = { __rl: true, mode: 'id', value: 'scripted' };
		return {
			...step(name, '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, { model, options } as never),
			credentials: { openAiApi: this.openAiApi },
		};
	}

	liveAnswer(name = 'Live', parameters: object = {}): INode {
		return {
			...step(name, 'n8n-nodes-lark-im.larkLiveAnswer', 1, parameters as never),
			credentials: { larkApi: this.setup.larkApi },
		};
	}

	agent(name = AGENT, options: object = {}): INode {
		const text = `={{ $('${TRIGGER}').first().json.chatInput }}`;
		const parameters = { promptType: 'define', text, options };
		return step(name, '@n8n/n8n-nodes-langchain.agent', 3.1, parameters as never);
	}

	/** An agent with a tool after a trigger, in one of the ways. */
	agentGraph(way: Way): Graph {
		return {
			nodes: [
				this.trigger(way),
				this.agent(),
				this.liveAnswer(),
				this.chatModel(),
				step('Calculator', '@n8n/n8n-nodes-langchain.toolCalculator', 1, {}),
			],
			connections: {
				[TRIGGER]: { main: [[main(AGENT)]] },
				...(!way.isSwitch && { Live: { [MODEL]: [[asModel(AGENT)]] } }),
				Calculator: { ai_tool: [[{ node: AGENT, type: 'ai_tool', index: 0 }]] },
				Model: { [MODEL]: [[asModel(way.isSwitch ? AGENT : 'Live')]] },
			},
		};
	}

	/** Publishes a workflow, and lets events come to it. */
	async publish(graph: Graph, url = (given: string) => given): Promise<SavedWorkflow> {
		const { client, sandbox } = this.setup;
		const settings = { executionOrder: 'v1' as const };
		const workflow = await this.setup.saveWorkflow({ name: 'Answers', ...graph, settings });
		await client.publish(workflow);
		const { appId } = sandbox.app;
		const isWebhook = graph.nodes.some(({ type }) => type.endsWith('.larkTrigger'));
		if (!isWebhook) sandbox.useLongConnection(appId);
		else await this.subscribe(url(client.webhookUrl(workflow, TRIGGER)));
		return workflow;
	}

	/** A busy n8n may not answer the verification of a URL within Lark's second: then one tries again. */
	private async subscribe(url: string): Promise<void> {
		const { sandbox } = this.setup;
		await waitFor('the verification of the request URL', async () => {
			const saved = sandbox.subscribe(sandbox.app.appId, url);
			return await saved.then(
				() => true,
				() => undefined,
			);
		});
	}

	say(text = 'hi', more: object = {}): Message {
		const { sandbox } = this.setup;
		const [from] = sandbox.world.users;
		const bot = { type: 'app' as const, appId: sandbox.app.appId };
		const { chatId } = sandbox.world.openP2p(from.userId, bot);
		return sandbox.say({ from, chat: chatId, text, ...more });
	}

	/** What the bot has answered a message with, as it is now, in order. */
	answersTo({ chatId, messageId }: Message): Message[] {
		const { messages } = this.setup.sandbox.world.chat(chatId)!;
		return messages.filter(({ parentId, deleted }) => parentId === messageId && !deleted);
	}

	cardOf({ cardId }: Pick<Message, 'cardId'>): AnswerCard {
		return this.setup.sandbox.world.cardEntities.byId(cardId!)!.card as unknown as AnswerCard;
	}

	isEnded(message: Pick<Message, 'cardId'>): boolean {
		return !message.cardId || this.cardOf(message).config.streaming_mode === false;
	}

	textIn(message: Message): string {
		return this.elementOf(message, 'answer')?.content ?? '';
	}

	lineIn(message: Message, id = 'ending'): string {
		return this.elementOf(message, id)?.text?.content ?? '';
	}

	/** Has a message answered. `done` waits for the end of its execution. */
	async begin(workflow: SavedWorkflow, ...turns: Turn[]) {
		this.model.follow(...turns);
		const before = (await this.setup.client.executions(workflow.id)).length;
		const said = this.say();
		const done = async (): Promise<Execution> =>
			(await this.setup.executionsOf(workflow.id, before + 1)).at(-1)!;
		return { said, done };
	}

	/** Has a message answered, and waits for all of it. */
	async ask(workflow: SavedWorkflow, ...turns: Turn[]) {
		const { said, done } = await this.begin(workflow, ...turns);
		const execution = await done();
		return { said, execution, answers: await this.whole(said) };
	}

	/** Waits until all answers to a message have ended: what the trigger shows may come after the execution. */
	async whole(said: Message, count = 1): Promise<Message[]> {
		return await waitFor('the whole answer', () => {
			const answers = this.answersTo(said);
			const isWhole = answers.every((answer) => this.isEnded(answer));
			return isWhole && answers.length >= count ? answers : undefined;
		});
	}

	/** @param card whose first words are meant, the first being 1 */
	async firstWords(said: Message, card = 1): Promise<string> {
		return await waitFor('the first words', () => {
			const answer = this.answersTo(said)[card - 1];
			return (answer?.cardId && this.textIn(answer)) || undefined;
		});
	}

	private elementOf(message: Message, id: string) {
		if (!message.cardId) return undefined;
		return this.cardOf(message).body.elements.find(({ element_id }) => element_id === id);
	}
}

/** What an agent has returned. */
export const outputOf = ({ data }: Execution, node = AGENT): unknown =>
	data.resultData.runData[node].at(-1)?.data?.main[0]?.[0].json.output;
