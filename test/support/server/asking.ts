import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

import type { CredentialReference, SavedWorkflow } from '../../../harness/n8n-server';
import type { Message, User } from '../../../sandbox';
import { request } from '../request';
import { waitFor, type TestSetup } from '.';
import { connections, saveListener } from './listener';
import { TRIGGER } from './published-trigger';

export const ASK = 'Ask';
export const AFTER = 'Go on';
const START = 'Start';

/** A published workflow that asks a question in the first group of the sandbox, whenever it is started. */
export interface Asker {
	workflow: SavedWorkflow;
	/** Starts an execution. */
	start(): Promise<void>;
	/** Starts an execution, and gives it when it waits. */
	ask(): Promise<Asked>;
}

/** A question that waits for answers. */
export interface Asked {
	executionId: string;
	message: Message;
}

const at = (x: number) => ({ id: randomUUID(), position: [x, 0] as [number, number] });
const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });

/** What a person is, as an entry of People. */
export const personById = (openId: string) => ({
	person: { __rl: true, mode: 'address', value: openId },
});

/** The node that asks. */
export const askNode = (
	setup: TestSetup,
	parameters: INodeParameters,
	larkApi: CredentialReference = setup.larkApi,
): INode => ({
	...at(200),
	name: ASK,
	type: 'n8n-nodes-lark-im.lark',
	typeVersion: 1,
	parameters: {
		resource: 'message',
		operation: 'sendAndWait',
		receiver: { __rl: true, mode: 'address', value: setup.sandbox.world.chats[0].chatId },
		message: 'Deploy?',
		...parameters,
	},
	credentials: { larkApi },
});

/** Publishes a workflow that asks, and goes on with a node that passes the answer on. */
export async function publishAsker(
	setup: TestSetup,
	parameters: INodeParameters = {},
	larkApi?: CredentialReference,
): Promise<Asker> {
	const path = randomUUID();
	const start = {
		...at(0),
		webhookId: randomUUID(),
		name: START,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		parameters: { path, httpMethod: 'POST' },
	};
	const after = { ...at(400), name: AFTER, type: 'n8n-nodes-base.noOp', typeVersion: 1 };
	const workflow = await setup.saveWorkflow({
		name: 'Asker',
		nodes: [start, askNode(setup, parameters, larkApi), { ...after, parameters: {} }],
		connections: { [START]: to(ASK), [ASK]: to(AFTER) },
	});
	await setup.client.publish(workflow);
	const begin = async () => await startExecution(`${setup.url}/webhook/${path}`);
	return {
		workflow,
		start: begin,
		ask: async () => {
			const known = new Set((await setup.client.executions(workflow.id)).map(({ id }) => id));
			await begin();
			const executionId = await waitFor('the execution', async () => {
				const all = await setup.client.executions(workflow.id);
				return all.find(({ id }) => !known.has(id))?.id;
			});
			await waitingExecution(setup, executionId);
			return { executionId, message: await cardOf(setup, executionId) };
		},
	};
}

async function startExecution(url: string): Promise<void> {
	const body = Buffer.from(JSON.stringify({ mark: randomUUID() }));
	const headers = { 'content-type': 'application/json' };
	const { status } = await request(url, 'POST', { headers, body });
	if (status !== 200) throw new Error(`the start answered with HTTP ${status}`);
}

/** Starts executions one after the other, and gives them when all of them wait. */
export async function askMany(setup: TestSetup, asker: Asker, count: number): Promise<Asked[]> {
	for (let started = 0; started < count; started++) await asker.start();
	const waiting = await waitFor(
		`${count} questions`,
		async () => {
			const all = await setup.client.allExecutions(asker.workflow.id);
			const found = all.filter(({ status }) => status === 'waiting');
			return found.length >= count ? found : undefined;
		},
		120_000,
		500,
	);
	return await Promise.all(
		waiting.map(async ({ id }) => ({ executionId: id, message: await cardOf(setup, id) })),
	);
}

/** Waits until an execution waits for an answer. */
export async function waitingExecution({ client }: TestSetup, id: string): Promise<void> {
	await waitFor(`execution ${id} to wait`, async () => {
		const { status } = await client.execution(id);
		return status === 'waiting' || undefined;
	});
}

/** Triggers that are set to messages alone. */
const parameters = { events: ['im.message.receive_v1'] };

/** Publishes a Lark Trigger, which gets the events of the app from then on. */
export async function publishWebhook(setup: TestSetup): Promise<SavedWorkflow> {
	const { client, sandbox, larkApi } = setup;
	const trigger = {
		...at(0),
		webhookId: randomUUID(),
		name: TRIGGER,
		type: 'n8n-nodes-lark-im.larkTrigger',
		typeVersion: 1,
		parameters,
		credentials: { larkApi },
	};
	const workflow = await setup.saveWorkflow({
		name: 'Listener',
		nodes: [trigger],
		connections: {},
	});
	await client.publish(workflow);
	const { pathname } = new URL(client.webhookUrl(workflow, TRIGGER));
	await sandbox.subscribe(sandbox.app.appId, setup.url + pathname);
	return workflow;
}

/** Publishes a Lark Long Connection Trigger, which gets the events of the app from then on. */
export async function publishLongConnection(setup: TestSetup): Promise<SavedWorkflow> {
	const { client, sandbox, larkApi } = setup;
	const workflow = await saveListener(setup, larkApi, parameters);
	await client.publish(workflow);
	await connections(sandbox, 1);
	sandbox.useLongConnection(sandbox.app.appId);
	return workflow;
}

/** The card of the question that waits in an execution. */
export async function cardOf(setup: TestSetup, executionId: string): Promise<Message> {
	const { data } = await setup.client.execution(executionId);
	const { question } = data.executionData?.contextData[`node:${ASK}`] as {
		question: { message_id: string };
	};
	const message = setup.sandbox.world.message(question.message_id);
	if (!message) throw new Error('the question has no card');
	return message;
}

/** What went on after the question: the data of the answer; undefined when the time was over. */
export async function outcomeOf(setup: TestSetup, executionId: string) {
	const { data } = await waitFor(`execution ${executionId} to go on`, async () => {
		const execution = await setup.client.finishedExecution(executionId);
		return execution.status === 'waiting' ? undefined : execution;
	});
	return data.resultData.runData[AFTER][0].data?.main[0]?.[0].json.data as
		| Record<string, unknown>
		| undefined;
}

/** Lets a person press one of the buttons of a card: 0 approves, 1 declines. */
export async function press(
	{ sandbox }: TestSetup,
	{ messageId }: Message,
	from: User,
	button = 0,
	form?: Record<string, unknown>,
) {
	return await sandbox.press({ from, message: messageId, button, form });
}
