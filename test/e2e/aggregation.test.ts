import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';

import type { N8n } from '../../harness/n8n-server';
import { launch, openSetup, type TestSetup } from '../support/server';
import { messageEvent } from '../support/events';
import { connections, messageEnvelope, saveListener } from '../support/server/listener';
import {
	publishTrigger,
	TRIGGER,
	type PublishedTrigger,
} from '../support/server/published-trigger';

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };

/** The order of messages in an item is that of their creation times. */
function messages(...texts: string[]) {
	const now = Date.now();
	return texts.map((text, index) => {
		const event = messageEvent(secrets.verificationToken, text);
		Object.assign(event.event.message, { create_time: String(now + index) });
		return event;
	});
}

describe('the aggregation window', () => {
	let server: N8n;
	let setup: TestSetup;
	let trigger: PublishedTrigger;

	beforeAll(async () => {
		const own = await launch();
		server = own.server;
		setup = await openSetup({ timeScale: 0.01 }, own.address);
		trigger = await publishTrigger(setup, secrets, {
			parameters: { extras: { window: 1, windowLimit: 10 } },
		});
	}, 60_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	const send = async (event: object) => (await trigger.send(trigger.push(event))).status;
	/** The items that started executions, oldest first. */
	const started = async (workflowId: string, count: number, trigger: string) => {
		const executions = await setup.executionsOf(workflowId, count);
		return executions.map(
			({ data }) => data.resultData.runData[trigger][0].data?.main[0]?.[0].json as IDataObject,
		);
	};
	const items = async (count: number) => await started(trigger.workflow.id, count, TRIGGER);

	it('starts one execution for messages that follow each other, and acknowledges none before', async () => {
		const [first, second, third] = messages('one', 'two', 'three');
		const answers: number[] = [];
		const sent = [first, second, third].map(async (event, index) => {
			await sleep(index * 500);
			answers.push(await send(event));
		});
		await sleep(1_500);
		expect(answers).toEqual([]);
		await Promise.all(sent);
		expect(answers).toEqual([200, 200, 200]);

		const [item, ...others] = await items(1);
		expect(others).toEqual([]);
		expect(item).toMatchObject({
			text: 'one\ntwo\nthree',
			chatInput: 'one\ntwo\nthree',
			message_id: third.event.message.message_id,
		});
		expect((item.messages as IDataObject[]).map(({ text }) => text)).toEqual([
			'one',
			'two',
			'three',
		]);
	});

	it('starts nothing for a message that is pushed again during or after its window', async () => {
		const [first, second] = messages('four', 'five');
		const pushes = [first, second, first, second];
		expect(await Promise.all(pushes.map(send))).toEqual([200, 200, 200, 200]);
		expect(await send(first)).toBe(200);
		expect((await items(2)).at(-1)).toMatchObject({ text: 'four\nfive' });
	});

	it('starts separate executions for the conversations of two people', async () => {
		const [ours, theirs] = messages('ours', 'theirs');
		theirs.event.sender.sender_id.open_id = `ou_${'d'.repeat(32)}`;
		expect(await Promise.all([ours, theirs].map(send))).toEqual([200, 200]);
		const texts = (await items(4)).slice(2).map(({ text }) => text);
		expect(texts.sort()).toEqual(['ours', 'theirs']);
	});

	it('loses and repeats nothing when n8n is killed during the window or right after it', async () => {
		const early = messages('stored');
		expect(await send(early[0])).toBe(200);
		const late = messages('six', 'seven');
		const lost = late.map(async (event) => await send(event).catch(() => 0));
		await sleep(300);
		process.kill(server.pid, 'SIGKILL');
		expect(await Promise.all(lost)).toEqual([0, 0]);
		await server.restart();

		// Lark pushes an event again that was not acknowledged.
		const again = await Promise.all([...late, ...early].map(send));
		expect(again).toEqual([200, 200, 200]);
		const texts = (await items(6)).slice(4).map(({ text }) => text);
		expect(texts).toEqual(['stored', 'six\nseven']);
	}, 120_000);

	it('starts one execution for messages from the long connection', async () => {
		const { client, sandbox, larkApi } = setup;
		const { app, hub } = sandbox;
		const workflow = await saveListener(setup, larkApi, { extras: { window: 1 } });
		await client.publish(workflow);
		sandbox.useLongConnection(app.appId);
		await connections(sandbox, 1);
		const push = async (id: string) => await hub.push(app.appId, messageEnvelope(sandbox, id));
		await Promise.all([push('om_1'), push('om_2'), push('om_1')]);
		await push('om_2');
		const name = 'Lark Long Connection Trigger';
		expect(await started(workflow.id, 1, name)).toMatchObject([{ text: 'om_1\nom_2' }]);
		await client.unpublish(workflow.id);
		await connections(sandbox, 0);
	});
});
