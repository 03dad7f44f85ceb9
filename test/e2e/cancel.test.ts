import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INode } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import { slowLine, type SlowLine } from '../support/slow-line';
import { openSetup, waitFor, type TestSetup } from '../support/server';
import { step } from './harness/step';

const START = 'When executed by hand';
const MB = 1024 * 1024;

/** Time for messages in flight to arrive. */
const GRACE_MS = 1_000;

/** Whether any process has a file open whose path has this part. */
const isOpen = (part: string) =>
	readdirSync('/proc').some((pid) => {
		try {
			const folder = `/proc/${pid}/fd`;
			return readdirSync(folder).some((fd) => readlinkSync(`${folder}/${fd}`).includes(part));
		} catch {
			return false;
		}
	});

describe('an execution that a person stops', () => {
	let setup: TestSetup;
	let line: SlowLine;
	let group: Chat;
	let printedBefore: number;
	beforeAll(async () => {
		setup = await openSetup({ rateLimits: true });
		printedBefore = setup.log.lines().length;
		line = await slowLine(String(setup.credential.baseUrl), 4 * MB);
		group = setup.sandbox.world.chats.find(({ name }) => name === 'Incident Response')!;
	});
	afterAll(async () => {
		line.close();
		await setup.close();
	});

	const larkNode = (parameters: IDataObject, credential = setup.larkApi): INode => ({
		...step('Lark', 'n8n-nodes-lark-im.lark', 1, parameters),
		credentials: { larkApi: credential },
	});

	/** Saves the nodes as a workflow, one after the other, behind a trigger to start it by hand. */
	const workflow = async (...nodes: INode[]): Promise<string> => {
		const all = [step(START, 'n8n-nodes-base.manualTrigger', 1, {}), ...nodes];
		const links = nodes.map(({ name }, index) => [
			all[index].name,
			{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
		]);
		const saved = await setup.saveWorkflow({
			name: 'Stopped',
			nodes: all,
			connections: Object.fromEntries(links),
			settings: { executionOrder: 'v1' },
		});
		return saved.id;
	};

	/** Sends `count` messages to a group. */
	const sending = async (count: number): Promise<string> =>
		await workflow(
			step('List', 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: JSON.stringify({ texts: Array.from({ length: count }, (_, i) => `${i}`) }),
			}),
			step('Each', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'texts' }),
			larkNode({
				receiver: { __rl: true, mode: 'address', value: group.chatId },
				text: '={{ $json.texts }}',
			}),
		);

	const requests = () =>
		setup.sandbox.requests.filter(({ path: url }) => url.endsWith('/im/v1/messages'));

	/** Starts a workflow and stops its execution as soon as a condition holds. */
	const stopped = async (workflowId: string, isTime: () => boolean): Promise<void> => {
		const id = await setup.client.startWorkflow(workflowId, START);
		await waitFor('the time to stop', () => isTime() || undefined);
		await setup.client.stopExecution(id);
		await sleep(GRACE_MS);
		expect((await setup.client.finishedExecution(id)).status).toBe('canceled');
	};

	/** Sends one message with another workflow. @returns how long it took, in ms */
	const sendOne = async (): Promise<number> => {
		const id = await sending(1);
		const start = Date.now();
		expect((await setup.client.runWorkflow(id, START)).status).toBe('success');
		return Date.now() - start;
	};

	it('sends nothing more and delays no other execution', async () => {
		await stopped(await sending(400), () => group.messages.length >= 10);
		const count = group.messages.length;
		expect(count).toBeLessThan(60);
		expect(await sendOne()).toBeLessThan(5_000);
		await sleep(2_000);
		expect(group.messages).toHaveLength(count + 1);
	});

	it('ends without waiting for the rate limit', async () => {
		const resetS = 8;
		const before = requests().length;
		const heal = setup.sandbox.intercept(({ path: url }) =>
			url.endsWith('/im/v1/messages')
				? {
						status: 429,
						headers: { 'x-ogw-ratelimit-reset': `${resetS}` },
						body: { code: 99991400 },
					}
				: undefined,
		);
		await stopped(await sending(20), () => requests().length > before);
		heal();
		const count = requests().length;
		await sleep(resetS * 1_000 + GRACE_MS);
		expect(requests()).toHaveLength(count);
		expect(await sendOne()).toBeLessThan(5_000);
	});

	it('aborts the running upload and closes the file', async () => {
		const folder = path.join(path.dirname(setup.log.file), 'files');
		const file = path.join(folder, `${randomUUID()}.bin`);
		mkdirSync(folder, { recursive: true });
		writeFileSync(file, Buffer.alloc(25 * MB, 'x'));
		const larkApi = await setup.client.createCredential({
			name: `Slow ${randomUUID()}`,
			type: 'larkApi',
			data: { ...setup.credential, baseUrl: line.url },
		});
		const id = await workflow(
			step('Read', 'n8n-nodes-base.readWriteFile', 1.1, { fileSelector: file }),
			larkNode({ resource: 'file', operation: 'uploadFile' }, larkApi),
		);
		const stored = `/workflows/${id}/`;
		const upload = () => line.passings.find(({ request }) => request.endsWith('/im/v1/files'));
		await stopped(id, () => (upload()?.bytes ?? 0) > MB && isOpen(stored));
		expect(isOpen(stored)).toBe(false);
		await waitFor('the end of the upload', () => upload()?.isOpen === false || undefined);
		expect(upload()?.bytes).toBeLessThan(20 * MB);
	});

	it('leaves no warning in the log', () => {
		const printed = setup.log.lines().slice(printedBefore).join('\n');
		expect(printed).not.toMatch(/MaxListeners|garbage collection|unhandled/i);
	});
});
