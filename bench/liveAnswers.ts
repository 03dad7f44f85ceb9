import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import { waitFor } from '../harness/n8n-server';
import { median, rounded, type Section } from '../harness/report';
import { sandboxCredential } from '../harness/sandbox-credential';
import { startScriptedModel } from '../harness/scripted-model';
import { startSandbox, type Message } from '../sandbox';
import type { BenchmarkRun } from './run';

const TOKENS_PER_SECOND = 50;

const TRIGGER = 'Trigger';
const MODEL = 'ai_languageModel';

interface Answered {
	/** From the last token to the last operation that showed text, in ms. */
	lagMs: number;
	isEqual: boolean;
}

const textOf = (count: number) =>
	Array.from({ length: count }, (_, index) => `word${index % 97}`).join(' ');

/** (h) Answers of a model that writes 50 tokens a second: one, and 20 at once, with Lark's limits. */
export async function liveAnswers(run: BenchmarkRun): Promise<Section> {
	const tokens = run.isQuick ? 200 : 2_000;
	const atOnce = run.isQuick ? 5 : 20;
	const text = textOf(tokens);
	const pieces = text.match(/\s*\S+/g) ?? [];
	const [{ client }] = await run.runners(1);
	const sandbox = await startSandbox({ rateLimits: true });
	const model = await startScriptedModel();
	model.always(() => ({ text, pieces, everyMs: 1_000 / TOKENS_PER_SECOND }));
	try {
		const larkApi = await client.createCredential({
			name: `Lark ${randomUUID()}`,
			type: 'larkApi',
			data: sandboxCredential(sandbox),
		});
		const openAiApi = await client.createCredential({
			name: `Model ${randomUUID()}`,
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const node = (
			name: string,
			type: string,
			typeVersion: number,
			rest: Partial<INode>,
		): INode => ({
			id: randomUUID(),
			name,
			type,
			typeVersion,
			position: [0, 0],
			parameters: {},
			...rest,
		});
		const workflow = await client.createWorkflow({
			name: 'Live answers',
			nodes: [
				node(TRIGGER, 'n8n-nodes-lark-im.larkTrigger', 1, {
					webhookId: randomUUID(),
					parameters: { streamAnswer: true },
					credentials: { larkApi },
				}),
				node('AI Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, {
					parameters: { promptType: 'define', text: '={{ $json.chatInput }}', options: {} },
				}),
				node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
					parameters: { model: { __rl: true, mode: 'id', value: 'scripted' } },
					credentials: { openAiApi },
				}),
			],
			connections: {
				[TRIGGER]: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
				Model: { [MODEL]: [[{ node: 'AI Agent', type: MODEL, index: 0 }]] },
			},
		});
		await client.publish(workflow);
		await sandbox.subscribe(sandbox.app.appId, client.webhookUrl(workflow, TRIGGER));

		const answer = async (index: number): Promise<Answered> => {
			const from = sandbox.world.users[index % sandbox.world.users.length];
			const bot = { type: 'app' as const, appId: sandbox.app.appId };
			const { chatId } = sandbox.world.openP2p(from.userId, bot);
			const said = sandbox.say({ from, chat: chatId, text: `question ${index}` });
			const reply = (): Message | undefined =>
				sandbox.world.chat(chatId)?.messages.find(({ parentId }) => parentId === said.messageId);
			const cardId = await waitFor('the answer', () => reply()?.cardId, 120_000);
			const card = () =>
				sandbox.world.cardEntities.byId(cardId)?.card as {
					config: { streaming_mode: boolean };
					body: { elements: Array<{ element_id: string; content?: string }> };
				};
			await waitFor('its end', () => !card().config.streaming_mode || undefined, 300_000);
			const shown = card().body.elements.find(({ element_id }) => element_id === 'answer');
			const own = sandbox.requests.filter(
				({ path, code, body }) =>
					path.includes(cardId) && code === 0 && ('content' in body || textIn(body)),
			);
			return {
				lagMs: own.at(-1)!.at - model.wroteAt,
				isEqual: shown?.content === text,
			};
		};

		const measured: Section['measured'] = {};
		const checks: Section['checks'] = [];
		for (const count of [1, atOnce]) {
			sandbox.requests.length = 0;
			const startedAt = Date.now();
			const answers = await Promise.all(
				Array.from({ length: count }, async (_, i) => await answer(i)),
			);
			const name = `${count} at once`;
			const cards = sandbox.requests.filter(({ path }) => path.includes('/cardkit/'));
			const refusals = cards.filter(({ code }) => code !== 0).length;
			const lagMs = Math.max(...answers.map((each) => each.lagMs));
			measured[name] = {
				tokens,
				seconds: rounded((Date.now() - startedAt) / 1_000),
				operations: cards.length,
				'operations per second': rounded((cards.length * 1_000) / (Date.now() - startedAt)),
				refusals,
				'median lag (ms)': rounded(median(answers.map((each) => each.lagMs))),
				'equal texts': answers.filter(({ isEqual }) => isEqual).length,
			};
			const equal = answers.filter(({ isEqual }) => isEqual).length;
			checks.push({ what: `${name}: equal texts`, value: equal, atLeast: count });
			checks.push({ what: `${name}: refusals`, value: refusals, atMost: 0 });
			if (count === 1)
				checks.push({ what: 'Lag of the last character (ms)', value: lagMs, atMost: 500 });
		}
		await client.unpublish(workflow.id);
		return { name: '(h) Live answers', measured, checks };
	} finally {
		await model.close();
		await sandbox.close();
	}
}

const textIn = ({ actions }: Record<string, unknown>): boolean =>
	typeof actions === 'string' && actions.includes('add_elements');
