import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import type { CredentialReference, Execution, SavedWorkflow } from '../../harness/n8n-server';
import { startScriptedModel, type ScriptedModel, type Turn } from '../../harness/scripted-model';
import type { Message } from '../../sandbox';
import { openSetup, textOf, waitFor, type TestSetup } from '../support/server';
import { step } from './harness/step';

const MODEL = 'ai_languageModel';
/** What shows the answer: the switch of the trigger, or the node between agent and model. */
const WAYS = {
	'Stream the Answer of the Lark Trigger': { type: 'larkTrigger', isSwitch: true },
	'Lark Live Answer after the Lark Trigger': { type: 'larkTrigger', isSwitch: false },
	'Lark Live Answer after the Lark Long Connection Trigger': {
		type: 'larkLongConnectionTrigger',
		isSwitch: false,
	},
};

type Way = (typeof WAYS)[keyof typeof WAYS];

const TRIGGER = 'Trigger';

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
	async function publishAgent({ type, isSwitch }: Way): Promise<SavedWorkflow> {
		const { client, larkApi, sandbox } = setup;
		const name = TRIGGER;
		const lark = { larkApi };
		const above = isSwitch ? 'AI Agent' : 'Live';
		const nodes: INode[] = [
			{
				...step(name, `n8n-nodes-lark-im.${type}`, 1, isSwitch ? { streamAnswer: true } : {}),
				webhookId: randomUUID(),
				credentials: lark,
			},
			step('AI Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, {
				promptType: 'define',
				text: '={{ $json.chatInput }}',
				options: {},
			}),
			{ ...step('Live', 'n8n-nodes-lark-im.larkLiveAnswer', 1, {}), credentials: lark },
			{
				...step('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
					model: { __rl: true, mode: 'id', value: 'scripted' },
				}),
				credentials: { openAiApi },
			},
			step('Calculator', '@n8n/n8n-nodes-langchain.toolCalculator', 1, {}),
		];
		const workflow = await setup.saveWorkflow({
			name: 'Agent',
			nodes,
			connections: {
				[name]: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
				...(!isSwitch && { Live: { [MODEL]: [[{ node: 'AI Agent', type: MODEL, index: 0 }]] } }),
				Calculator: { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
				Model: { [MODEL]: [[{ node: above, type: MODEL, index: 0 }]] },
			},
			settings: { executionOrder: 'v1' },
		});
		await client.publish(workflow);
		const { appId } = sandbox.app;
		if (type === 'larkTrigger') await sandbox.subscribe(appId, client.webhookUrl(workflow, name));
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

	/** The cards that the bot has answered a message with, as they are now, in order. */
	const answersTo = ({ chatId, messageId }: Message) =>
		setup.sandbox.world
			.chat(chatId)!
			.messages.filter(({ parentId, deleted }) => parentId === messageId && !deleted);

	interface AnswerCard {
		config: { streaming_mode?: boolean; summary?: { content: string } };
		body: { elements: Array<{ element_id: string; content?: string; text?: { content: string } }> };
	}

	const cardOf = ({ cardId }: Pick<Message, 'cardId'>) =>
		setup.sandbox.world.cardEntities.byId(cardId!)!.card as unknown as AnswerCard;

	const isEnded = (cardId: string) => cardOf({ cardId }).config.streaming_mode === false;

	const elementOf = (message: Message, id: string) =>
		cardOf(message).body.elements.find(({ element_id }) => element_id === id);

	const textIn = (message: Message) => elementOf(message, 'answer')?.content ?? '';
	const lineIn = (message: Message, id = 'ending') => elementOf(message, id)?.text?.content ?? '';

	/** Has a message answered. `done` waits for the end of its execution. */
	async function begin(workflow: SavedWorkflow, ...turns: Turn[]) {
		model.follow(...turns);
		const before = (await setup.client.executions(workflow.id)).length;
		const said = say('hi');
		const done = async () => (await setup.executionsOf(workflow.id, before + 1)).at(-1)!;
		return { said, done };
	}

	async function ask(workflow: SavedWorkflow, ...turns: Turn[]) {
		const { said, done } = await begin(workflow, ...turns);
		const execution = await done();
		// What the trigger shows itself may be there a moment after the end of the execution.
		await waitFor('the whole answer', () => {
			const answers = answersTo(said);
			const isWhole = answers.every(({ cardId }) => !cardId || isEnded(cardId));
			return (answers.length > 0 && isWhole) || undefined;
		});
		return { execution, answers: answersTo(said) };
	}

	const firstWords = async (said: Message) =>
		await waitFor('the first words', () => {
			const [answer] = answersTo(said);
			return (answer && textIn(answer)) || undefined;
		});

	const outputOf = ({ data }: Execution) =>
		data.resultData.runData['AI Agent'].at(-1)?.data?.main[0]?.[0].json.output;

	const LONG = `# A list\n\n${Array.from({ length: 60 }, (_, i) => `- item **${i}** of it`).join('\n')}`;

	describe.each(Object.entries(WAYS))('by %s', (_way, way) => {
		let workflow: SavedWorkflow;
		beforeAll(async () => {
			workflow = await publishAgent(way);
		});
		afterAll(async () => await setup.client.unpublish(workflow.id));

		it('appears while the model writes, and is to the byte what the agent returns', async () => {
			const { said, done } = await begin(workflow, { text: LONG, everyMs: 20 });
			const seen = await firstWords(said);
			expect(seen.length).toBeLessThan(LONG.length);
			expect(LONG.startsWith(seen)).toBe(true);
			const execution = await done();
			const [answer, ...others] = answersTo(said);
			await waitFor('the end', () => isEnded(answer.cardId!) || undefined);
			expect(others).toEqual([]);
			expect(textIn(answer)).toBe(LONG);
			expect(outputOf(execution)).toBe(LONG);
			expect(cardOf(answer).config).toMatchObject({
				streaming_mode: false,
				summary: { content: expect.stringMatching(/^A list/) as string },
			});
		});

		it('shows which tool the agent uses, and then what it says', async () => {
			const { said, done } = await begin(
				workflow,
				{ calls: [{ input: '2+2' }] },
				{ text: 'It is four.', everyMs: 700 },
			);
			await waitFor('the tool', () => {
				const [answer] = answersTo(said);
				return (answer && lineIn(answer, 'status').startsWith('Using')) || undefined;
			});
			expect((await done()).status).toBe('success');
			const [answer] = answersTo(said);
			await waitFor('the end', () => isEnded(answer.cardId!) || undefined);
			expect(textIn(answer)).toBe('It is four.');
			expect(cardOf(answer).body.elements).toHaveLength(1);
		});

		it('ends with words when the model fails before its first token', async () => {
			const fails = { fails: 400 };
			const { execution, answers } = await ask(workflow, fails, fails, fails, fails);
			expect(execution.status).toBe('error');
			expect(answers.map((answer) => lineIn(answer))).toEqual([
				'The answer could not be finished because of an error. Please try again.',
			]);
			expect(cardOf(answers[0]).config.streaming_mode).toBe(false);
		});

		it('ends with words when a person stops the execution', async () => {
			const { said } = await begin(workflow, { text: LONG, everyMs: 500 });
			await firstWords(said);
			const [{ id }] = await setup.client.executions(workflow.id);
			await setup.client.stopExecution(id);
			await waitFor('the words', () => lineIn(answersTo(said)[0]) !== '' || undefined);
			expect(lineIn(answersTo(said)[0])).toBe('The answer was stopped.');
			expect(cardOf(answersTo(said)[0]).config.streaming_mode).toBe(false);
		});

		it('says so when there is no answer', async () => {
			const { answers } = await ask(workflow, { text: '' });
			expect(answers.map((answer) => lineIn(answer))).toEqual(['There is no answer.']);
		});

		it('goes on in further cards when it has 100 KB', async () => {
			const text = Array.from(
				{ length: 2_000 },
				(_, i) => `Line ${i} of the long answer, with a few words.`,
			).join('\n');
			const { said, done } = await begin(workflow, { text });
			expect(outputOf(await done())).toBe(text);
			const isWhole = () => answersTo(said).map(textIn).join('\n') === text;
			const areEnded = () => answersTo(said).every(({ cardId }) => isEnded(cardId!));
			await waitFor('all of it', () => (isWhole() && areEnded()) || undefined);
			expect(answersTo(said).length).toBeGreaterThan(3);
		});

		it('takes an answer as it is: a mention in it mentions nobody', async () => {
			const { answers } = await ask(workflow, { text: 'Hi <at id=all></at>!' });
			expect(textIn(answers[0]).replaceAll('\u200b', '')).toBe('Hi <at id=all></at>!');
			expect(textIn(answers[0])).not.toContain('<at');
		});
	});

	/** However the text comes, the same writer brings it to Lark. */
	describe('that Lark refuses', () => {
		let workflow: SavedWorkflow;
		beforeAll(async () => {
			workflow = await publishAgent(Object.values(WAYS)[0]);
		});
		afterAll(async () => await setup.client.unpublish(workflow.id));

		it.each([
			['cardkit.v1.card.create', 200860],
			['cardkit.v1.card_element.content', 200860],
			['cardkit.v1.card.batch_update', 300305],
		])('is a plain reply when Lark refuses %s with %i', async (api, code) => {
			const heal = setup.sandbox.refuse({ api, code });
			const { answers } = await ask(workflow, { text: LONG, everyMs: 10 });
			heal();
			expect(answers.map(textOf)).toEqual([LONG]);
		});

		it.each([
			['cardkit.v1.', 99991400, 12],
			['cardkit.v1.card_element.content', 300309, 2],
			['cardkit.v1.card_element.content', 300317, 3],
			['cardkit.v1.card_element.content', 200850, 1],
		])('arrives in spite of refusals of %s with %i', async (api, code, times) => {
			const heal = setup.sandbox.refuse({ api, code, times });
			const { answers } = await ask(workflow, { text: LONG, everyMs: 30 });
			heal();
			expect(answers.map(textIn)).toEqual([LONG]);
			expect(cardOf(answers[0]).config.streaming_mode).toBe(false);
		});
	});
});
