import { randomUUID } from 'node:crypto';
import type { IConnections, INode } from 'n8n-workflow';

import { waitFor, type N8nClient } from '../harness/n8n-server';
import { sandboxCredential } from '../harness/sandbox-credential';
import type { ScriptedModel } from '../harness/scripted-model';
import type { Message, Sandbox } from '../sandbox';

const TRIGGER = 'Trigger';
const AGENT = 'AI Agent';
const MODEL = 'ai_languageModel';

/** Each stream is looked at so often, in ms. */
const LOOK_MS = 250;
const PATIENCE_MS = 300_000;

/** How an answer came; times in ms. */
export interface Answered {
	/** From the question to the first words in Lark. */
	firstMs: number;
	/** From the first words to the last token of the model. */
	writingMs: number;
	/** From the last token to the request that brings it to Lark. */
	lagMs: number;
	/** How many requests brought text. */
	updates: number;
	isEqual: boolean;
}

/** A bot whose agent answers. */
export interface Answering {
	sandbox: Sandbox;
	/** Has a question answered. Questions that are asked at once have numbers of their own. */
	ask(index: number): Promise<Answered>;
	close(): Promise<void>;
}

interface Setting {
	client: N8nClient;
	sandbox: Sandbox;
	model: ScriptedModel;
	/** What the model writes. */
	text: string;
	/** Whether the trigger streams the answer; otherwise a step sends it at the end. */
	isLive: boolean;
}

const node = (name: string, type: string, typeVersion: number, rest: Partial<INode>): INode => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters: {},
	...rest,
});

const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });

async function publish({ client, sandbox, model, isLive }: Setting) {
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
	const reply = {
		resource: 'message',
		operation: 'reply',
		messageId: `={{ $('${TRIGGER}').item.json.message_id }}`,
		msgType: 'text',
		text: '={{ $json.output }}',
		options: {},
	};
	const connections: IConnections = {
		[TRIGGER]: to(AGENT),
		...(!isLive && { [AGENT]: to('Reply') }),
		Model: { [MODEL]: [[{ node: AGENT, type: MODEL, index: 0 }]] },
	};
	const workflow = await client.createWorkflow({
		name: 'Live answers',
		nodes: [
			node(TRIGGER, 'n8n-nodes-lark-im.larkTrigger', 1, {
				webhookId: randomUUID(),
				parameters: { streamAnswer: isLive },
				credentials: { larkApi },
			}),
			node(AGENT, '@n8n/n8n-nodes-langchain.agent', 3.1, {
				parameters: { promptType: 'define', text: '={{ $json.chatInput }}', options: {} },
			}),
			node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
				parameters: { model: { __rl: true, mode: 'id', value: 'scripted' } },
				credentials: { openAiApi },
			}),
			node('Reply', 'n8n-nodes-lark-im.lark', 1, { parameters: reply, credentials: { larkApi } }),
		],
		connections,
	});
	await client.publish(workflow);
	await sandbox.subscribe(sandbox.app.appId, client.webhookUrl(workflow, TRIGGER));
	return workflow;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** What a request brings of an answer, as far as it can be looked for in it. */
const broughtBy = ({ content, actions, data, card }: Record<string, unknown>): string =>
	[content, actions, data, (card as { data?: unknown } | undefined)?.data].filter(isText).join(' ');

/** Publishes a workflow whose agent answers in Lark. */
export async function answering(setting: Setting): Promise<Answering> {
	const { client, sandbox, model, text, isLive } = setting;
	const workflow = await publish(setting);
	const ending = text.slice(text.lastIndexOf(' '));
	const length = text.split(' ').length;

	const shownBy = ({ cardId, sentContent }: Message): string => {
		if (!cardId) return isLive ? '' : String(JSON.parse(sentContent).text);
		const card = sandbox.world.cardEntities.byId(cardId)?.card as {
			config: { streaming_mode: boolean };
			body: { elements: Array<{ element_id: string; content?: string }> };
		};
		const answer = card.body.elements.find(({ element_id }) => element_id === 'answer');
		return answer?.content ?? '';
	};
	return {
		sandbox,
		async ask(index) {
			const question = `question ${index} ${randomUUID()}`;
			const from = sandbox.world.users[index % sandbox.world.users.length];
			const bot = { type: 'app' as const, appId: sandbox.app.appId };
			const { chatId } = sandbox.world.openP2p(from.userId, bot);
			const askedAt = Date.now();
			const said = sandbox.say({ from, chat: chatId, text: question });
			const reply = () =>
				sandbox.world.chat(chatId)?.messages.find(({ parentId }) => parentId === said.messageId);
			const look = async <T>(what: string, probe: () => T | undefined) =>
				await waitFor(what, probe, PATIENCE_MS, LOOK_MS);
			const message = await look('the first words', () => {
				const found = reply();
				return found && shownBy(found) !== '' ? found : undefined;
			});
			await look('its end', () => {
				const { cardId } = message;
				const entity = cardId ? sandbox.world.cardEntities.byId(cardId) : undefined;
				return !entity || entity.streamingSince === undefined || undefined;
			});
			const asked = model.asked.find(({ messages }) =>
				messages.some(({ content }) => JSON.stringify(content).includes(question)),
			);
			const wroteAt = asked?.wroteAt ?? Number.NaN;
			const own = sandbox.requests.filter(
				({ path, code, body }) =>
					code === 0 &&
					(path.includes(message.cardId ?? said.messageId) || path.includes(said.messageId)) &&
					/word\d/.test(broughtBy(body)),
			);
			const whole = own.find(
				({ body }) => broughtBy(body).split(/word/).length > length && ending !== '',
			);
			return {
				firstMs: (own[0]?.at ?? Number.NaN) - askedAt,
				writingMs: wroteAt - (isLive ? own[0].at : askedAt),
				lagMs: (whole?.at ?? Number.NaN) - wroteAt,
				updates: own.length,
				isEqual: shownBy(message) === text,
			};
		},
		async close() {
			await client.unpublish(workflow.id);
		},
	};
}
