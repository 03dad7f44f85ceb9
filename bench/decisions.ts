import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';

import { waitFor } from '../harness/n8n-server';
import type { NodeRunner } from '../harness/node-runner';
import { randomFrom } from '../harness/random';
import { rounded, type Section } from '../harness/report';
import { startSandboxProcess, type SandboxProcess } from '../harness/sandbox-process';
import { buildPush, post, type Subscription } from '../sandbox/delivery/push';
import { quantile } from './pushes';
import type { BenchmarkRun } from './run';

const SECRETS = { encryptKey: 'benchEncryptKey', verificationToken: 'benchVerificationToken' };

/** How many people click at the same moment: on different cards, and every fourth time on the same one. */
const AT_ONCE = 4;

/** Lark is asked for the name of each once. */
const PEOPLE = 10;

let clicked = 0;

const START = 'Start';
const ASK = 'Ask';
const AFTER = 'Go on';
const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });

const node = (name: string, type: string, typeVersion: number, parameters: IDataObject): INode => ({
	id: randomUUID(),
	webhookId: randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters: parameters as INode['parameters'],
});

/** What waits for a click. */
interface Waiting {
	executionId: string;
	value: IDataObject;
	message_id: string;
	chat_id: string;
}

/** The workflow that asks, the trigger that gets the clicks, and one that answers plain callbacks. */
async function publishAll(n8n: NodeRunner, { url, appId, appSecret }: SandboxProcess) {
	const data = { region: 'custom', baseUrl: url, appId, appSecret, ...SECRETS };
	const larkApi = await n8n.client.createCredential({ name: randomUUID(), type: 'larkApi', data });
	const credentials = { larkApi };
	const publish = async (nodes: INode[], connections = {}) => {
		const saved = await n8n.client.createWorkflow({ name: 'Bench', nodes, connections });
		await n8n.client.publish(saved);
		return { id: saved.id, url: n8n.client.webhookUrl(saved, nodes[0].name) };
	};
	const trigger = (events: string[]) => ({
		...node(START, 'n8n-nodes-lark-im.larkTrigger', 1, { events }),
		credentials,
	});
	const start = node(START, 'n8n-nodes-base.webhook', 2, {
		httpMethod: 'POST',
		path: randomUUID(),
	});
	const ask = node(ASK, 'n8n-nodes-lark-im.lark', 1, {
		resource: 'message',
		operation: 'sendAndWait',
		receiver: { __rl: true, mode: 'address', value: '={{ $json.body.chat }}' },
		message: 'Deploy?',
	});
	const after = node(AFTER, 'n8n-nodes-base.noOp', 1, {});
	return {
		asker: await publish([start, { ...ask, credentials }, after], {
			[START]: to(ASK),
			[ASK]: to(AFTER),
		}),
		listener: await publish([trigger(['im.message.receive_v1'])]),
		plain: await publish([trigger(['card.action.trigger'])]),
	};
}

async function askAll(n8n: NodeRunner, asker: { id: string; url: string }, chats: string[]) {
	for (const chat of chats) {
		const response = await fetch(asker.url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ chat }),
		});
		if (!response.ok) throw new Error(`The start answered with HTTP ${response.status}`);
	}
	const executions = await waitFor(
		`${chats.length} questions`,
		async () => {
			const all = await n8n.client.allExecutions(asker.id);
			const found = all.filter(({ status }) => status === 'waiting');
			return found.length >= chats.length ? found : undefined;
		},
		300_000,
		1_000,
	);
	const waiting: Waiting[] = [];
	for (const { id } of executions) {
		const { data } = await n8n.client.execution(id);
		const { question } = data.executionData?.contextData[`node:${ASK}`] as {
			question: { question: { ticket: string }; message_id: string; chat_id: string };
		};
		const { message_id, chat_id } = question;
		const value = { lark_question: question.question.ticket, answer: 'approve' };
		waiting.push({ executionId: id, value, message_id, chat_id });
	}
	return waiting;
}

/** A click as Lark pushes it, and how long the toast takes. */
async function click(
	subscription: Subscription,
	{ value, message_id, chat_id }: Omit<Waiting, 'executionId'>,
) {
	const envelope = {
		schema: '2.0',
		header: {
			event_id: randomUUID(),
			event_type: 'card.action.trigger',
			create_time: String(Date.now()),
			token: SECRETS.verificationToken,
			app_id: subscription.appId,
			tenant_key: 'bench',
		},
		event: {
			operator: { open_id: `ou_bench${clicked++ % PEOPLE}` },
			token: `c-${randomUUID()}`,
			action: { tag: 'button', value },
			host: 'im_message',
			context: { open_message_id: message_id, open_chat_id: chat_id },
		},
	};
	const push = buildPush(subscription, envelope, { now: Date.now(), nonce: randomUUID() });
	const began = performance.now();
	const { signal } = new AbortController();
	const options = { deadlineMs: 60_000, signal };
	const { status, body } = await post(subscription.requestUrl, push, options);
	const time = performance.now() - began;
	if (status !== 200) throw new Error(`The trigger answered with HTTP ${status}`);
	return { time, toast: (JSON.parse(body) as { toast?: { type?: string } }).toast?.type ?? '' };
}

async function inTurn<T>(works: Array<() => Promise<T>>): Promise<T[]> {
	const done: T[] = [];
	const left = [...works];
	const worker = async () => {
		for (let work = left.shift(); work; work = left.shift()) done.push(await work());
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return done;
}

/** (h) Questions that wait are answered in random order: each once, and how soon people see the toast. */
export async function decisions({ isQuick, startOwn }: BenchmarkRun): Promise<Section> {
	const count = isQuick ? 20 : 200;
	const sandbox = await startSandboxProcess({ chats: count });
	const n8n = await startOwn();
	try {
		const { asker, listener, plain } = await publishAll(n8n, sandbox);
		const waiting = await askAll(n8n, asker, sandbox.chats);
		const random = randomFrom(20_261_128);
		const order = waiting.map((each) => ({ each, at: random.below(2 ** 30) }));
		order.sort((one, other) => one.at - other.at);

		const at = (requestUrl: string) => ({ appId: sandbox.appId, requestUrl, ...SECRETS });
		const place = { message_id: 'om_bench', chat_id: 'oc_bench' };
		const callback = async () => await click(at(plain.url), { ...place, value: { choice: 'yes' } });
		await inTurn(Array.from({ length: 10 }, () => callback));
		const plainTimes = await inTurn(Array.from({ length: count }, () => callback));

		const twice: string[][] = [];
		const answered = await inTurn(
			order.map(({ each }, index) => async () => {
				const people = index % 4 === 0 ? 2 : 1;
				const clicks = Array.from(
					{ length: people },
					async () => await click(at(listener.url), each),
				);
				const all = await Promise.all(clicks);
				if (people > 1) twice.push(all.map(({ toast }) => toast).sort());
				return { all, won: all.filter(({ toast }) => toast === 'success').length };
			}),
		);
		const ends = await Promise.all(
			waiting.map(async ({ executionId }) => await n8n.client.finishedExecution(executionId)),
		);
		const once = ends.filter(
			({ status, data }) => status === 'success' && data.resultData.runData[AFTER]?.length === 1,
		).length;
		const times = answered.flatMap(({ all }) => all.map(({ time }) => time));
		const [p99, plain99] = [times, plainTimes.map(({ time }) => time)].map((all) =>
			quantile(all, isQuick ? 0.5 : 0.99),
		);
		const won = answered.filter((each) => each.won === 1).length;
		return {
			name: `(h) ${count} questions answered in random order, ${AT_ONCE} at a time, every fourth by two people`,
			measured: {
				'answer to a question': {
					clicks: times.length,
					p50: rounded(quantile(times, 0.5)),
					p99: rounded(quantile(times, 0.99)),
				},
				'plain callback': {
					clicks: plainTimes.length,
					p50: rounded(
						quantile(
							plainTimes.map(({ time }) => time),
							0.5,
						),
					),
					p99: rounded(
						quantile(
							plainTimes.map(({ time }) => time),
							0.99,
						),
					),
				},
				ratio: { p99: rounded(p99 / plain99) },
			},
			checks: [
				{ what: 'executions that went on once', value: once, atLeast: count },
				{ what: 'questions with one toast of success', value: won, atLeast: count },
				{
					what: `${isQuick ? 'p50' : 'p99'} from click to toast, in ms`,
					value: p99,
					atMost: 1_000,
				},
			],
		};
	} finally {
		sandbox.stop();
		await n8n.stop();
	}
}
